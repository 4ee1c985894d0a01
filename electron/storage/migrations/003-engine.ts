/** What the engine needs to know again after a restart: wishes, pins, long results, the prompt cache, what was learnt. */
export const engineMigration = `
  -- JSON: what the conversation asks for instead of its agent's own settings.
  alter table conversations add column inference text not null default '{}';

  -- The last append that was stored, by its own id: the same one once more, after a worker died, is not stored again.
  alter table runs add column last_batch text;

  create table pinned_messages (
    conversation_id text not null references conversations on delete cascade,
    message_id text not null,
    primary key (conversation_id, message_id)
  ) strict;

  -- Of calls outside any conversation, conversation_id and run_id are empty.
  alter table model_calls add column cacheable_tokens integer;
  alter table model_calls add column saved_usd real;
  alter table model_calls add column purpose text;

  create table kept_results (
    result_id text primary key,
    conversation_id text not null references conversations on delete cascade,
    tool_name text not null,
    is_foreign integer not null,
    text text not null
  ) strict;
  create index kept_results_by_conversation on kept_results (conversation_id);

  -- Which prefixes the service should still hold. Digests only, nothing of their content.
  create table prompt_cache_entries (
    digest text primary key,
    scope text not null,
    ttl text not null,
    tokens integer not null,
    is_counted integer not null,
    -- null: counted, but the service does not hold it.
    last_used_at real
  ) strict;
  create index prompt_cache_entries_by_use on prompt_cache_entries (last_used_at);

  -- What each conversation's last call was made of (digests), to say later what changed since.
  create table prompt_cache_last_calls (
    conversation_id text primary key references conversations on delete cascade,
    at real not null,
    json text not null
  ) strict;

  create table model_calibrations (
    model_id text primary key,
    json text not null
  ) strict;

  -- Where a person would have chosen another tier. No foreign key: what was learnt outlives the conversation.
  create table choice_overrides (
    id integer primary key,
    at real not null,
    from_tier text not null,
    to_tier text not null,
    features text not null
  ) strict;
`
