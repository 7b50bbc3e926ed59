import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Medications, when they are due, and what was taken. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table medications (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      medication_name varchar(255) not null,
      generic_name varchar(255),
      brand_name varchar(255),
      dosage varchar(100) not null,
      dosage_form text,
      strength varchar(50),
      frequency varchar(100) not null,
      route text,
      prescribed_by varchar(255) not null,
      pharmacy varchar(255),
      prescription_number varchar(100),
      start_date date not null,
      end_date date,
      refills_remaining integer,
      instructions text,
      side_effects text,
      status text default 'active',
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('medications', 'dosage_form')},
      ${oneOf('medications', 'route')},
      ${oneOf('medications', 'status')},
      constraint medications_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index idx_medications_user_status on medications (user_id, status)')
  await protect(knex, 'medications')

  await knex.raw(`
    create table medication_schedules (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      medication_id uuid not null,
      time_of_day time not null,
      days_of_week jsonb,
      dosage_amount varchar(50),
      special_instructions text,
      is_active boolean default true,
      created_at timestamptz default current_timestamp,
      constraint medication_schedules_owner_key unique (user_id, id),
      constraint medication_schedules_medication_fkey
        foreign key (user_id, medication_id) references medications (user_id, id) on delete cascade
    )`)
  await knex.raw('create index medication_schedules_medication_index on medication_schedules (medication_id)')
  await protect(knex, 'medication_schedules')

  // The key keeps a dose from being recorded twice.
  await knex.raw(`
    create table medication_intake (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      medication_id uuid not null,
      scheduled_time timestamptz not null,
      actual_time timestamptz,
      dosage_taken varchar(50),
      status text not null,
      notes text,
      side_effects_experienced text,
      created_at timestamptz default current_timestamp,
      ${oneOf('medication_intake', 'status')},
      constraint medication_intake_owner_key unique (user_id, id),
      constraint medication_intake_dose_key unique (medication_id, scheduled_time),
      constraint medication_intake_medication_fkey
        foreign key (user_id, medication_id) references medications (user_id, id) on delete cascade
    )`)
  await knex.raw('create index idx_medication_intake_date on medication_intake (scheduled_time)')
  await protect(knex, 'medication_intake')

  await knex.raw(`
    create table medication_reminders (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      medication_id uuid not null,
      reminder_time time not null,
      days_of_week jsonb,
      reminder_type text not null,
      is_active boolean default true,
      sound_enabled boolean default true,
      vibration_enabled boolean default true,
      created_at timestamptz default current_timestamp,
      ${oneOf('medication_reminders', 'reminder_type')},
      constraint medication_reminders_owner_key unique (user_id, id),
      constraint medication_reminders_medication_fkey
        foreign key (user_id, medication_id) references medications (user_id, id) on delete cascade
    )`)
  await knex.raw('create index medication_reminders_medication_index on medication_reminders (medication_id)')
  await protect(knex, 'medication_reminders')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['medication_reminders', 'medication_intake', 'medication_schedules', 'medications']) {
    await knex.raw(`drop table ${table}`)
  }
}
