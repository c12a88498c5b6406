-- Looked through each minute and for each home page: the open ones are few beside the closed.
create index handoff_open on handoff (is_open);
