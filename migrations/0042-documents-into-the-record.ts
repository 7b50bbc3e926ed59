import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** What a document says about itself, whose it is, and how what was read from it becomes part of the record. */
export async function up(knex: Knex): Promise<void> {
  // subject: whose document it is, as far as anybody knows. What is a family member's never counts as the person's own.
  await knex.raw(`
    alter table medical_documents
      add column title varchar(255),
      add column laboratory varchar(255),
      add column summary text,
      add column patient_name varchar(255),
      add column patient_age integer,
      add column patient_sex text,
      add column person_match text,
      add column subject text not null default 'self',
      add column subject_answered_at timestamptz,
      add column reading_notes jsonb not null default '[]',
      add column reader_version integer,
      add column cancelled_at timestamptz,
      add ${oneOf('medical_documents', 'patient_sex')},
      add ${oneOf('medical_documents', 'person_match')},
      add ${oneOf('medical_documents', 'subject')}`)

  // A measurement outlives the document that it was confirmed from.
  await knex.raw(`
    alter table health_metrics
      add column document_id uuid,
      add constraint health_metrics_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete set null (document_id)`)
  await knex.raw(
    'create index health_metrics_document_index on health_metrics (document_id) where document_id is not null',
  )

  // original: what was read, where the person put something else in its place.
  await knex.raw(`
    alter table document_results
      add column review_status text not null default 'open',
      add column reviewed_by text,
      add column reviewed_at timestamptz,
      add column original jsonb,
      add column metric_id uuid,
      add ${oneOf('document_results', 'review_status')},
      add ${oneOf('document_results', 'reviewed_by')},
      add constraint document_results_confirmed_check check (confirmed = (review_status = 'confirmed')),
      add constraint document_results_metric_fkey
        foreign key (user_id, metric_id) references health_metrics (user_id, id) on delete set null (metric_id)`)
  await knex.raw(
    'create index document_results_metric_index on document_results (metric_id) where metric_id is not null',
  )

  // content: the fields of the row that accepting it would add. record_id: that row, in the table of its kind.
  await knex.raw(`
    create table document_proposals (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      document_id uuid not null,
      position integer not null,
      kind text not null,
      content jsonb not null,
      printed text not null,
      page integer not null,
      box jsonb,
      confidence numeric(3,2) not null,
      needs_review boolean not null default false,
      review_reason varchar(100),
      status text not null default 'open',
      record_id uuid,
      decided_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      ${oneOf('document_proposals', 'kind')},
      ${oneOf('document_proposals', 'status')},
      constraint document_proposals_owner_key unique (user_id, id),
      constraint document_proposals_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete cascade
    )`)
  await knex.raw('create index document_proposals_document_index on document_proposals (document_id, position)')
  await protect(knex, 'document_proposals')

  await knex.raw('alter table privacy_settings add column record_sure_values boolean not null default false')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table privacy_settings drop column record_sure_values')
  await knex.raw('drop table document_proposals')
  await knex.raw(`
    alter table document_results
      drop column review_status, drop column reviewed_by, drop column reviewed_at, drop column original,
      drop column metric_id`)
  await knex.raw('alter table health_metrics drop column document_id')
  await knex.raw(`
    alter table medical_documents
      drop column title, drop column laboratory, drop column summary, drop column patient_name, drop column patient_age,
      drop column patient_sex, drop column person_match, drop column subject, drop column subject_answered_at,
      drop column reading_notes, drop column reader_version, drop column cancelled_at`)
}
