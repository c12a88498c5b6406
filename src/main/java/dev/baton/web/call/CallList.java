package dev.baton.web.call;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.RetryPlan;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.people.Availability;
import dev.baton.people.Person;
import dev.baton.sla.BusinessCalendar;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * List of the calls of a rep: who was never tried, and whose next attempt is due or planned, by the
 * date that the rep named or by the retry plan.
 */
@Component
class CallList {
  private static final List<String> OUTCOMES = List.of("connected", "no_answer", "left_message");

  private final LastAttempts attempts;
  private final LeadRows rows;
  private final Leads leads;
  private final BestHours hours;
  private final RetryPlan plan;
  private final Availability availability;
  private final Labels words;

  CallList(
      LastAttempts attempts,
      LeadRows rows,
      Leads leads,
      BestHours hours,
      RetryPlan plan,
      Availability availability,
      Labels words) {
    this.words = words;
    this.attempts = attempts;
    this.rows = rows;
    this.leads = leads;
    this.hours = hours;
    this.plan = plan;
    this.availability = availability;
  }

  /** The soonest first. */
  List<CallRow> of(Person rep, ViewerClock clock) {
    Instant now = clock.now();
    List<LastAttempt> all = attempts.of(rep.id());
    List<String> ids = all.stream().map(LastAttempt::leadId).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, LeadRow> known =
        rows.rows(ids).stream().collect(Collectors.toMap(LeadRow::id, Function.identity()));
    Map<String, BestHour> best = hours.of(ids, rep.zone(), now);
    Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
    BusinessCalendar shift = availability.shift(rep);
    return all.stream()
        .flatMap(
            attempt ->
                Stream.ofNullable(known.get(attempt.leadId()))
                    .flatMap(
                        lead ->
                            row(
                                attempt,
                                lead,
                                Profile.of(profiles.getOrDefault(lead.id(), List.of()), now),
                                best.get(lead.id()),
                                shift,
                                now)
                                .stream()))
        .sorted(Comparator.comparing(CallRow::dueAt))
        .toList();
  }

  private Optional<CallRow> row(
      LastAttempt attempt,
      LeadRow lead,
      Profile profile,
      @Nullable BestHour best,
      BusinessCalendar shift,
      Instant now) {
    Integer hour = best == null ? null : best.hour();
    RetryPlan.Retry retry =
        attempt.recordedAt() == null
            ? new RetryPlan.Retry(
                "call", attempt.dueAt() == null ? now : attempt.dueAt(), "Call for the first time.")
            : plan.after(attempt.attempts(), attempt.outcome(), attempt.recordedAt(), shift, hour);
    Instant due = attempt.nextAt() == null ? retry.at() : attempt.nextAt();
    if (due == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CallRow(
            attempt,
            lead,
            profile.get("phone").orElse(null),
            profile.get("consent.phone").filter("false"::equals).isEmpty(),
            attempt.kind() == null ? null : words.touch(attempt.kind(), attempt.outcome()),
            due,
            Labels.said(retry.advice()),
            best,
            OUTCOMES.stream().map(code -> outcome(code, attempt, shift, hour, now)).toList()));
  }

  private CallOutcome outcome(
      String code,
      LastAttempt attempt,
      BusinessCalendar shift,
      @Nullable Integer hour,
      Instant now) {
    RetryPlan.Retry retry = plan.after(attempt.attempts() + 1, code, now, shift, hour);
    String label =
        AnswerSchema.TOUCH
            .field(AnswerFields.OUTCOME)
            .map(field -> Labels.said(field.label(code)))
            .orElse(code);
    return new CallOutcome(code, label, retry.at(), Labels.said(retry.advice()));
  }
}
