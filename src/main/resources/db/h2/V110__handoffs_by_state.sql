-- A company's handoffs in work and its won ones are few: H2 finds them by these. PostgreSQL, which
-- knows how many leads a company has, goes by its leads, and an index more would make each answer dearer.
create index handoff_state on handoff (state);
create index handoff_result on handoff (result);
