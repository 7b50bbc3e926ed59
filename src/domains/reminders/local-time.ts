/** The days that the longest window of a kind that looks for clock times reaches over. A number lets the database plan well. */
const LONGEST_WINDOW_DAYS = 4

/**
 * SQL that finds clock times that have just come somewhere. Two bindings: when the window opens and when it closes.
 *
 * `days` holds the days of the window in every time zone that anybody lives in, and the clock times of each that are worth
 * a look (`earliest` to `latest`): those that the clock showed, and an hour more on both sides where it is put forward or
 * back about then, as a time that is skipped in spring comes an hour later. What is due is then decided by the exact
 * moment, `(date + time) at time zone zone`, so a dose at 08:00 stays at 08:00 on the clock when the clock changes, a time
 * that is skipped comes right after the gap, and one that comes twice counts once.
 */
export const ZONES = `
  frame as (select ?::timestamptz as opens, ?::timestamptz as closes),
  local as (
    select zone.name, (frame.opens at time zone zone.name) - more.time as opens,
      (frame.closes at time zone zone.name) + more.time as closes
    from frame
    cross join (select distinct timezone as name from user_preferences union select 'Asia/Kolkata') as zone
    cross join lateral (
      select case when ((frame.opens - interval '3 hours') at time zone zone.name)
          + (frame.closes - frame.opens + interval '6 hours')
          = ((frame.closes + interval '3 hours') at time zone zone.name)
        then interval '0' else interval '1 hour' end as time
    ) as more
  ),
  days as materialized (
    select local.name as zone, opens::date + step as date,
      case step when 0 then opens::time else time '00:00' end as earliest,
      case when opens::date + step = closes::date then closes::time else time '24:00' end as latest
    from local
    join generate_series(0, ${LONGEST_WINDOW_DAYS}) as step on opens::date + step <= closes::date
  )`

/** The days of each zone, as `day`. */
export const DAYS_OF_ZONES = 'days as day'

/** The person that a row belongs to, with what decides when and how they read something. */
export function person(owner: string, notificationType: string): string {
  return `
    join users u on u.id = ${owner} and u.is_active
    left join user_preferences p on p.user_id = u.id
    left join notification_preferences q on q.user_id = u.id and q.notification_type = '${notificationType}'`
}

/** The person's time zone. */
export const ZONE = `coalesce(p.timezone, 'Asia/Kolkata')`

/** When something due at a moment may leave. */
export function outOfQuietHours(moment: string): string {
  return `after_quiet_hours(${moment}, ${ZONE}, q.quiet_hours_enabled, q.quiet_start_time, q.quiet_end_time)`
}

/** A clock time as the person reads it. */
export function clockText(localTime: string): string {
  return `to_char(${localTime}, case p.time_format when '12' then 'FMHH12:MI AM' else 'HH24:MI' end)`
}

/** A day as the person reads it: the values of `date_format` are patterns of PostgreSQL's too. */
export function dayText(date: string): string {
  return `to_char(${date}, coalesce(p.date_format, 'DD/MM/YYYY'))`
}

/** Whether a list of weekdays, `null` for all of them, holds the day. */
export function onWeekday(list: string): string {
  return `(${list} is null or ${list} @> to_jsonb(extract(dow from day.date)::integer))`
}
