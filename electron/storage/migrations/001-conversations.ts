/** Conversations with their runs and events, what was permitted, changed, spent and recorded. Times in milliseconds. */
export const conversationsMigration = `
  create table conversations (
    conversation_id text primary key,
    title text not null default '',
    agent_id text not null,
    model_id text not null,
    created_at real not null,
    updated_at real not null,
    is_deleted integer not null default 0,
    -- Running totals (JSON), so that a list costs the same however long the conversations are.
    usage text not null,
    cost text not null
  ) strict;
  create index conversations_by_time on conversations (updated_at) where is_deleted = 0;

  create table runs (
    -- Rises with time: the order of a conversation's runs.
    id integer primary key,
    run_id text not null unique,
    conversation_id text not null references conversations on delete cascade,
    is_superseded integer not null default 0,
    started_at real not null,
    ended_at real
  ) strict;
  create index runs_by_conversation on runs (conversation_id);
  create index open_runs on runs (conversation_id) where ended_at is null;

  create table run_events (
    id integer primary key,
    run integer not null references runs on delete cascade,
    -- Which message, input or progress this row is a draft of. Drafts go when the whole arrives.
    draft_of text,
    json text not null
  ) strict;
  create index run_events_by_run on run_events (run);
  create index drafts on run_events (run, draft_of) where draft_of is not null;

  -- Money spent outlives the conversation it was spent in: no foreign key, and nothing of its content.
  create table model_calls (
    id integer primary key,
    conversation_id text not null,
    run_id text not null,
    agent_id text not null,
    model_id text not null,
    started_at real not null,
    usage text,
    cost text not null
  ) strict;

  create table grants (
    grant_id text primary key,
    tool_name text not null,
    agent_id text not null,
    scope text not null,
    conversation_id text references conversations on delete cascade,
    created_at real not null,
    uses integer not null
  ) strict;
  create index grants_by_conversation on grants (conversation_id);

  create table changes (
    id integer primary key,
    snapshot_id text not null unique,
    conversation_id text not null references conversations on delete cascade,
    path text not null,
    tool_name text not null,
    changed_at real not null,
    is_new_file integer not null,
    state text not null
  ) strict;
  create index changes_by_conversation on changes (conversation_id);

  create table taint (
    conversation_id text not null references conversations on delete cascade,
    kind text not null,
    label text not null,
    primary key (conversation_id, kind, label)
  ) strict;

  create table audit (
    seq integer primary key,
    at real not null,
    kind text not null,
    -- Canonical JSON. hash = SHA-256 over the previous hash and the entry, see append-audit-entry.ts.
    detail text not null,
    hash text not null
  ) strict;
`
