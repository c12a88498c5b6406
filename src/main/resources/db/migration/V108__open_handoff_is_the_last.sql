-- The open handoff of a lead is the last of its handoffs, also where a younger one was merged away.
update handoff set cycle = cycle - 1
where is_open is null
  and exists (select 1 from handoff o
    where o.lead_id = handoff.lead_id and o.is_open = true and o.cycle < handoff.cycle);

update handoff set cycle = (select count(*) from handoff x where x.lead_id = handoff.lead_id)
where is_open = true
  and exists (select 1 from handoff x
    where x.lead_id = handoff.lead_id and x.id <> handoff.id and x.cycle >= handoff.cycle);
