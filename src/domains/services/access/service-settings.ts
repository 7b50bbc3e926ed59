/** The application that the operator has registered at a service. */
export interface ServiceClient {
  readonly clientId: string
  readonly clientSecret: string
  /** Another server that speaks the service's protocols, in the place of all of its own. Without a slash at the end. */
  readonly baseUrl: string | undefined
}

/** Absent: nobody can sign in there. */
export interface ServiceAccessSettings {
  readonly googleHealth: ServiceClient | undefined
  readonly garmin: ServiceClient | undefined
}
