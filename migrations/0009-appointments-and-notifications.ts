import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Appointments, notifications, and what each person wants to be told, and how. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table user_preferences (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      primary_language text default 'en',
      secondary_language text,
      weight_unit text default 'kg',
      height_unit text default 'cm',
      temperature_unit text default 'celsius',
      date_format text default 'DD/MM/YYYY',
      time_format text default '24',
      font_size text default 'medium',
      animations_enabled boolean default true,
      compact_mode boolean default false,
      dark_mode boolean default false,
      timezone varchar(64) not null default 'Asia/Kolkata',
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('user_preferences', 'primary_language')},
      ${oneOf('user_preferences', 'secondary_language')},
      ${oneOf('user_preferences', 'weight_unit')},
      ${oneOf('user_preferences', 'height_unit')},
      ${oneOf('user_preferences', 'temperature_unit')},
      ${oneOf('user_preferences', 'date_format')},
      ${oneOf('user_preferences', 'time_format')},
      ${oneOf('user_preferences', 'font_size')},
      constraint user_preferences_user_key unique (user_id)
    )`)
  await protect(knex, 'user_preferences')

  // location_coordinates: (latitude, longitude), in this order.
  await knex.raw(`
    create table appointments (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      appointment_title varchar(255) not null,
      doctor_name varchar(255) not null,
      doctor_specialty varchar(255),
      clinic_hospital varchar(255),
      appointment_type text not null,
      visit_type text not null,
      appointment_date date not null,
      appointment_time time not null,
      duration_minutes integer default 30,
      location_address text,
      location_coordinates point,
      virtual_meeting_link varchar(500),
      status text default 'scheduled',
      notes text,
      preparation_instructions text,
      cost numeric(10,2),
      insurance_covered boolean default false,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('appointments', 'appointment_type')},
      ${oneOf('appointments', 'visit_type')},
      ${oneOf('appointments', 'status')},
      constraint appointments_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index appointments_date_index on appointments (user_id, appointment_date)')
  await protect(knex, 'appointments')
  await refusePastAppointments(knex)

  await knex.raw(`
    create table appointment_reminders (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      appointment_id uuid not null,
      reminder_type text not null,
      reminder_time integer not null,
      sent boolean default false,
      sent_at timestamptz,
      is_active boolean default true,
      created_at timestamptz default current_timestamp,
      ${oneOf('appointment_reminders', 'reminder_type')},
      constraint appointment_reminders_owner_key unique (user_id, id),
      constraint appointment_reminders_appointment_fkey
        foreign key (user_id, appointment_id) references appointments (user_id, id) on delete cascade
    )`)
  await knex.raw('create index appointment_reminders_appointment_index on appointment_reminders (appointment_id)')
  await protect(knex, 'appointment_reminders')

  // deduplication_key names the occasion, such as one dose: however often its job runs, there is one notification.
  await knex.raw(`
    create table notifications (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      notification_type text not null,
      title varchar(255) not null,
      message text not null,
      priority text default 'medium',
      is_read boolean default false,
      action_url varchar(500),
      metadata jsonb,
      delivery_method text not null,
      delivered boolean default false,
      delivered_at timestamptz,
      expires_at timestamptz,
      deduplication_key varchar(255),
      created_at timestamptz default current_timestamp,
      ${oneOf('notifications', 'notification_type')},
      ${oneOf('notifications', 'priority')},
      ${oneOf('notifications', 'delivery_method')},
      constraint notifications_owner_key unique (user_id, id),
      constraint notifications_occasion_key unique (user_id, deduplication_key)
    )`)
  await knex.raw('create index idx_notifications_user_read on notifications (user_id, is_read)')
  await knex.raw('create index idx_notifications_created on notifications (created_at)')
  await knex.raw('create index notifications_undelivered_index on notifications (created_at) where not delivered')
  await protect(knex, 'notifications')

  await knex.raw(`
    create table notification_preferences (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      notification_type text not null,
      push_enabled boolean default true,
      email_enabled boolean default true,
      sms_enabled boolean default false,
      in_app_enabled boolean default true,
      quiet_hours_enabled boolean default false,
      quiet_start_time time,
      quiet_end_time time,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('notification_preferences', 'notification_type')},
      constraint notification_preferences_owner_key unique (user_id, id),
      constraint notification_preferences_type_key unique (user_id, notification_type)
    )`)
  await protect(knex, 'notification_preferences')

  await knex.raw(`
    create table push_subscriptions (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      endpoint text not null,
      p256dh varchar(255) not null,
      auth varchar(255) not null,
      user_agent text,
      last_used_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint push_subscriptions_owner_key unique (user_id, id),
      constraint push_subscriptions_endpoint_key unique (endpoint)
    )`)
  await protect(knex, 'push_subscriptions')
}

/**
 * A check would compare with today's date for ever, and so forbid completing yesterday's appointment. Today is the user's
 * today. An import that brings a record back says `set_config('app.restoring', 'on', true)` first.
 */
async function refusePastAppointments(knex: Knex): Promise<void> {
  await knex.raw(`
    create function refuse_past_appointment() returns trigger language plpgsql as $$
    declare
      zone text := coalesce(
        (select timezone from user_preferences where user_id = new.user_id), 'Asia/Kolkata'
      );
    begin
      if current_setting('app.restoring', true) is distinct from 'on'
        and new.appointment_date < (current_timestamp at time zone zone)::date
      then
        raise exception 'an appointment cannot be in the past'
          using errcode = 'check_violation', constraint = 'chk_future_appointments', table = 'appointments';
      end if;
      return new;
    end $$`)
  await knex.raw(`
    create trigger chk_future_appointments_insert before insert on appointments
    for each row execute function refuse_past_appointment()`)
  await knex.raw(`
    create trigger chk_future_appointments_update before update of appointment_date on appointments
    for each row when (
      new.appointment_date is distinct from old.appointment_date and new.status in ('scheduled', 'confirmed')
    ) execute function refuse_past_appointment()`)
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'push_subscriptions',
    'notification_preferences',
    'notifications',
    'appointment_reminders',
    'appointments',
    'user_preferences',
  ]) {
    await knex.raw(`drop table ${table}`)
  }
  await knex.raw('drop function refuse_past_appointment()')
}
