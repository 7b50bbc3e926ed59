import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Whom to call, alerts, and every attempt to deliver them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table emergency_contacts (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      contact_name varchar(255) not null,
      relationship varchar(100) not null,
      primary_phone varchar(20) not null,
      secondary_phone varchar(20),
      email varchar(255),
      address text,
      priority_order integer not null,
      can_receive_alerts boolean default true,
      preferred_contact_method text default 'phone',
      notes text,
      is_active boolean default true,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('emergency_contacts', 'preferred_contact_method')},
      constraint emergency_contacts_priority_check check (priority_order >= 1),
      constraint emergency_contacts_owner_key unique (user_id, id)
    )`)
  await protect(knex, 'emergency_contacts')

  await knex.raw(`
    create table emergency_alerts (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      alert_type text not null,
      alert_message text,
      location_latitude numeric(10,8),
      location_longitude numeric(11,8),
      location_address text,
      vital_signs jsonb,
      is_resolved boolean default false,
      resolved_at timestamptz,
      resolved_by varchar(255),
      created_at timestamptz default current_timestamp,
      ${oneOf('emergency_alerts', 'alert_type')},
      constraint emergency_alerts_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index emergency_alerts_open_index on emergency_alerts (created_at) where not is_resolved')
  await protect(knex, 'emergency_alerts')

  // An alert with deliveries stays; a contact may go, and the delivery keeps the number that was called. The reference
  // to the user makes all of them go together when the person goes.
  await knex.raw(`
    create table alert_deliveries (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant() references users on delete cascade,
      alert_id uuid not null,
      contact_id uuid,
      delivery_method text not null,
      phone_number varchar(20),
      email_address varchar(255),
      delivery_status text default 'pending',
      delivery_attempts integer default 0,
      last_attempt_at timestamptz,
      delivered_at timestamptz,
      error_message text,
      created_at timestamptz default current_timestamp,
      ${oneOf('alert_deliveries', 'delivery_method')},
      ${oneOf('alert_deliveries', 'delivery_status')},
      constraint alert_deliveries_owner_key unique (user_id, id),
      constraint alert_deliveries_alert_fkey
        foreign key (user_id, alert_id) references emergency_alerts (user_id, id) on delete no action,
      constraint alert_deliveries_contact_fkey foreign key (user_id, contact_id)
        references emergency_contacts (user_id, id) on delete set null (contact_id)
    )`)
  await knex.raw('create index alert_deliveries_alert_index on alert_deliveries (alert_id)')
  await knex.raw('create index alert_deliveries_contact_index on alert_deliveries (contact_id)')
  await knex.raw(`
    create index alert_deliveries_open_index on alert_deliveries (created_at)
    where delivery_status in ('pending', 'failed')`)
  await protect(knex, 'alert_deliveries')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['alert_deliveries', 'emergency_alerts', 'emergency_contacts']) {
    await knex.raw(`drop table ${table}`)
  }
}
