/** Full-text search over titles and messages, filled from what is already there. */
export const searchMigration = `
  -- What search looks through: one row per title (message_id null) and per message with text.
  create table passages (
    id integer primary key,
    conversation_id text not null references conversations on delete cascade,
    run integer references runs on delete cascade,
    message_id text,
    text text not null
  ) strict;
  create unique index passages_by_message on passages (run, message_id);
  create unique index passages_by_title on passages (conversation_id) where message_id is null;
  create index passages_by_conversation on passages (conversation_id);

  create virtual table passage_search using fts5 (
    text, content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
  );
  create trigger passage_added after insert on passages begin
    insert into passage_search (rowid, text) values (new.id, new.text);
  end;
  create trigger passage_removed after delete on passages begin
    insert into passage_search (passage_search, rowid, text) values ('delete', old.id, old.text);
  end;
  create trigger passage_changed after update on passages begin
    insert into passage_search (passage_search, rowid, text) values ('delete', old.id, old.text);
    insert into passage_search (rowid, text) values (new.id, new.text);
  end;

  insert into passages (conversation_id, text) select conversation_id, title from conversations where title <> '';

  insert or replace into passages (conversation_id, run, message_id, text)
    select conversation_id, run, message ->> 'id', text from (
      select conversation_id, run, message, (
        select group_concat(value ->> 'text', char(10, 10)) from json_each(message, '$.content')
        where value ->> 'type' = 'text'
      ) as text
      from (
        select runs.conversation_id, run, coalesce(json -> 'userMessage', json -> 'message') as message
        from run_events join runs on runs.id = run
        where json ->> 'type' in ('run-started', 'message-completed') and is_superseded = 0
      )
    )
    where text <> '';
`
