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
