import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Conditions, allergies, measurements and goals. Knex takes a bare question mark for a parameter, hence `\\?`. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table medical_conditions (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      name varchar(255) not null,
      icd_code varchar(20),
      diagnosed_date date not null,
      status text not null,
      severity text not null,
      notes text,
      diagnosed_by varchar(255),
      last_updated timestamptz default current_timestamp,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('medical_conditions', 'status')},
      ${oneOf('medical_conditions', 'severity')},
      constraint medical_conditions_owner_key unique (user_id, id)
    )`)
  await protect(knex, 'medical_conditions')

  // A condition that medications refer to stays. The reference to the user makes both go together when the person goes.
  await knex.raw(`
    create table condition_medications (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant() references users on delete cascade,
      condition_id uuid not null,
      medication_name varchar(255) not null,
      dosage varchar(100),
      frequency varchar(100),
      start_date date,
      end_date date,
      is_active boolean default true,
      created_at timestamptz default current_timestamp,
      constraint condition_medications_owner_key unique (user_id, id),
      constraint condition_medications_condition_fkey
        foreign key (user_id, condition_id) references medical_conditions (user_id, id) on delete no action
    )`)
  await knex.raw('create index condition_medications_condition_index on condition_medications (condition_id)')
  await protect(knex, 'condition_medications')

  await knex.raw(`
    create table allergies (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      substance varchar(255) not null,
      reaction text,
      severity text,
      noted_date date,
      status text not null default 'active',
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('allergies', 'severity')},
      ${oneOf('allergies', 'status')},
      constraint allergies_owner_key unique (user_id, id)
    )`)
  await protect(knex, 'allergies')

  // value_number serves sorting and trends; of a blood pressure it is the systolic one.
  await knex.raw(`
    create table health_metrics (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      metric_type text not null,
      value varchar(50) not null,
      unit varchar(20) not null,
      systolic integer,
      diastolic integer,
      status text,
      notes text,
      measured_at timestamptz not null,
      device_used varchar(255),
      location varchar(255),
      value_number numeric generated always as (
        case
          when metric_type = 'blood_pressure' then systolic::numeric
          when value ~ '^[+-]\\?[0-9]+([.][0-9]+)\\?$' then value::numeric
        end
      ) stored,
      source varchar(50),
      source_id varchar(255),
      created_at timestamptz default current_timestamp,
      ${oneOf('health_metrics', 'metric_type')},
      ${oneOf('health_metrics', 'status')},
      constraint chk_positive_values check (
        case when value ~ '^[+-]\\?[0-9]+([.][0-9]+)\\?$' then value::numeric >= 0 else true end
      ),
      constraint chk_blood_pressure_set check (
        case
          when metric_type = 'blood_pressure' then systolic is not null and diastolic is not null
          else systolic is null and diastolic is null
        end
      ),
      constraint chk_blood_pressure_positive check (systolic > 0 and diastolic > 0),
      constraint chk_blood_pressure_order check (systolic > diastolic),
      constraint health_metrics_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index idx_health_metrics_user_type on health_metrics (user_id, metric_type)')
  await knex.raw('create index idx_health_metrics_date on health_metrics (measured_at)')
  await knex.raw(
    'create index health_metrics_latest_index on health_metrics (user_id, metric_type, measured_at desc, id desc)',
  )
  // A sample that another program sends twice is one row.
  await knex.raw(`
    create unique index health_metrics_source_key on health_metrics (user_id, source, source_id)
    where source_id is not null`)
  await protect(knex, 'health_metrics')

  await knex.raw(`
    create table health_goals (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      goal_title varchar(255) not null,
      target_value varchar(50) not null,
      current_value varchar(50) default '0',
      unit varchar(20) not null,
      progress_percentage numeric(5,2) default 0,
      deadline date,
      category text,
      priority text default 'medium',
      status text default 'active',
      notes text,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('health_goals', 'category')},
      ${oneOf('health_goals', 'priority')},
      ${oneOf('health_goals', 'status')},
      constraint health_goals_owner_key unique (user_id, id)
    )`)
  await protect(knex, 'health_goals')

  await knex.raw(`
    create table goal_progress (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      goal_id uuid not null,
      progress_value varchar(50) not null,
      progress_date date not null,
      notes text,
      created_at timestamptz default current_timestamp,
      constraint goal_progress_owner_key unique (user_id, id),
      constraint goal_progress_goal_fkey
        foreign key (user_id, goal_id) references health_goals (user_id, id) on delete cascade
    )`)
  await knex.raw('create index goal_progress_goal_index on goal_progress (goal_id, progress_date)')
  await protect(knex, 'goal_progress')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'goal_progress',
    'health_goals',
    'health_metrics',
    'allergies',
    'condition_medications',
    'medical_conditions',
  ]) {
    await knex.raw(`drop table ${table}`)
  }
}
