-- A mail to a lead is known by its own id, which stood in the notice's key alone.
alter table notice add column mail_id varchar(36);
update notice set mail_id = substring(notice_key from 1 for char_length(notice_key) - 5)
  where channel = 'lead';

-- What was told under another kind's name has a kind of its own.
update notice set kind = 'next_attempt' where kind = 'reminder' and notice_key like 'attempt:%';
update notice set kind = 'duplicate' where kind = 'reassigned' and notice_key like 'merged:%';
update notice set kind = 'merged' where kind = 'intent' and notice_key like 'joined:%';
update notice set kind = 'cooling_off_end' where kind = 'reminder' and notice_key like 'woke:%';
update notice set kind = 'suppressed' where kind = 'reassigned' and notice_key like 'campaign:%';
update notice set kind = 'contact_search' where kind = 'assigned' and notice_key like 'contact:%';
update notice set kind = 'contact_reminder'
  where kind = 'reminder'
    and (notice_key like 'contact-soon:%' or notice_key like 'contact-late:%');
update notice set kind = 'rejection_reminder'
  where kind = 'reminder'
    and (notice_key like 'rejections-soon:%' or notice_key like 'rejections-decide:%');
update notice set kind = 'rejection_overdue'
  where kind = 'escalation'
    and (notice_key like 'rejections-late:%' or notice_key like 'rejections-undecided:%');
update notice set kind = 'review_reminder'
  where kind = 'reminder'
    and (notice_key like 'review-soon:%' or notice_key like 'decision-soon:%');
update notice set kind = 'review_overdue'
  where kind = 'escalation'
    and (notice_key like 'review-late:%' or notice_key like 'decision-late:%');

-- Tables and columns carry the field's words. What is true or null is_…: unique among those that
-- are.
alter table handoff rename column open_one to is_open;
alter table stage_entry rename column current_one to is_current;
alter table nurture rename column open_one to is_open;
alter table nurture rename column wake_at to cooling_until;
alter table mail_template rename column current_one to is_current;
alter table handoff_review rename column planned_one to is_planned;
alter table handoff_review rename column open_one to is_open;
alter table handoff_review rename column why to reason;
alter table handoff_review rename column attended to attendees;

alter table deadline rename column owned_at to assigned_at;
alter table deadline rename column taken_at to reassigned_at;
alter table routing_entry rename column given_by to assigned_by;
alter table touch rename column told_at to reminded_at;
alter table answer_link rename column made_at to created_at;

alter table errand rename to follow_up_task;
alter table follow_up_task rename column given_to to assigned_to;
alter table wake rename to cooling_off;
alter table cooling_off rename column wake_at to ends_at;
alter table cooling_off rename column told to notified;
alter table cooling_off rename column woken_at to ended_at;

alter table notice rename column pack to briefing;
alter table slack_message rename column said to outcome;
alter table slack_message rename column said_at to outcome_at;
alter table slack_message rename column next to next_step;
alter table dead_address rename column why to reason;
alter table nurture_mail rename column why to reason;
alter table nurture_link rename column made_at to created_at;

alter table promise_entry rename to marketing_sla_entry;
alter table roll_up rename column of_key to row_key;
alter table roll_up rename column spread to histogram;
alter table sealing rename to roll_up_lock;
alter table roll_up_lock rename column only_one to singleton;
alter table sitting rename to stalled_lead;
alter table demo_mark rename to demo_state;
