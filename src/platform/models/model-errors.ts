/** A model server that failed in a way its own client does not name. The messages hold nothing of the conversation. */
export class ModelStreamError extends Error {
  override name = 'ModelStreamError'
}

/** No headers, or no further bytes, within the time allowed. */
export class ModelStalled extends ModelStreamError {
  override name = 'ModelStalled'
}

/** The stream ended before the answer did, or held something that is no frame. */
export class ModelStreamBroken extends ModelStreamError {
  override name = 'ModelStreamBroken'
}
