package dev.baton.review;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notices about reviews: what to look at, and what is not done. */
@Component
public class ReviewNotices {
  private static final String TOO_LATE = "its deadline has passed";

  private final Outbox outbox;
  private final HandoffReviews reviews;
  private final ReviewAgendas agendas;
  private final AgreedDecisions decisions;
  private final People people;
  private final Clock clock;

  ReviewNotices(
      Outbox outbox,
      HandoffReviews reviews,
      ReviewAgendas agendas,
      AgreedDecisions decisions,
      People people,
      Clock clock) {
    this.outbox = outbox;
    this.reviews = reviews;
    this.agendas = agendas;
    this.decisions = decisions;
    this.people = people;
    this.clock = clock;
  }

  /** The figures and the agenda, to everybody who takes part. */
  public void send(String reviewId) {
    HandoffReview review = reviews.find(reviewId).orElseThrow();
    LeadBriefing briefing =
        briefing(
                review.title() + ": the figures are in. Hold it, and write down what you decide.",
                review.openDeadline().dueAt(),
                review,
                agendas.of(reviewId).stream().map(AgendaItem::question).toList())
            .enclosing(reviewId);
    participants(review)
        .forEach(
            person ->
                outbox.tell(
                    notice(
                        "review",
                        reviewId,
                        NoticeKind.REVIEW,
                        person,
                        review.title() + ": agenda",
                        briefing)));
  }

  public void remindParticipants(String reviewId) {
    HandoffReview review = reviews.find(reviewId).orElseThrow();
    String headline = review.title() + ": nobody has held it yet";
    participants(review)
        .forEach(
            person ->
                remind(
                    notice(
                        "review-soon",
                        reviewId,
                        NoticeKind.REVIEW_REMINDER,
                        person,
                        headline,
                        briefing(headline, review.openDeadline().dueAt(), review, List.of())),
                    review.openDeadline().dueAt()));
  }

  /** One message to each manager. */
  public void reportUnheld(String reviewId) {
    HandoffReview review = reviews.find(reviewId).orElseThrow();
    String headline = review.title() + ": nobody held it in time";
    managers()
        .forEach(
            person ->
                outbox.tell(
                    notice(
                        "review-late",
                        reviewId,
                        NoticeKind.REVIEW_OVERDUE,
                        person,
                        headline,
                        briefing(headline, review.openDeadline().dueAt(), review, List.of()))));
  }

  public void remindOfDecision(String decisionId) {
    AgreedDecision decision = decisions.find(decisionId).orElseThrow();
    people
        .find(decision.owner())
        .ifPresent(
            owner ->
                remind(
                    notice(
                        "decision-soon",
                        decisionId,
                        NoticeKind.REVIEW_REMINDER,
                        owner,
                        "Due today: " + decision.what(),
                        briefing(decision, "You said that you would: " + decision.what())),
                    decision.deadline().dueAt()));
  }

  /** Its owner reads it too. */
  public void reportUndone(String decisionId) {
    AgreedDecision decision = decisions.find(decisionId).orElseThrow();
    String name = people.find(decision.owner()).map(Person::name).orElse(decision.owner());
    Stream.concat(people.find(decision.owner()).filter(Person::active).stream(), managers())
        .distinct()
        .forEach(
            person ->
                outbox.tell(
                    notice(
                        "decision-late",
                        decisionId,
                        NoticeKind.REVIEW_OVERDUE,
                        person,
                        "Not done yet: " + decision.what(),
                        briefing(
                            decision,
                            "%s was to do this by %s: %s"
                                .formatted(name, decision.deadline().dueOn(), decision.what())))));
  }

  /** After a downtime its deadline may have passed: then the report says it all. */
  private void remind(Notice notice, Instant dueAt) {
    if (clock.instant().isBefore(dueAt)) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, TOO_LATE);
    }
  }

  private Stream<Person> participants(HandoffReview review) {
    return review.participants().stream()
        .flatMap(group -> Role.ofGroup(group).stream())
        .flatMap(role -> people.withRole(role).stream())
        .filter(Person::active);
  }

  private Stream<Person> managers() {
    return people.withRole(Role.MANAGER).stream().filter(Person::active);
  }

  private static Notice notice(
      String what, String id, NoticeKind kind, Person to, String subject, LeadBriefing briefing) {
    return new Notice(
        "%s:%s:%s".formatted(what, id, to.id()), kind, null, null, to.id(), subject, briefing);
  }

  private LeadBriefing briefing(AgreedDecision decision, String headline) {
    HandoffReview review = reviews.find(decision.reviewId()).orElseThrow();
    return briefing(headline, decision.deadline().dueAt(), review, List.of());
  }

  private static LeadBriefing briefing(
      String headline, Instant dueAt, HandoffReview review, List<String> questions) {
    return LeadBriefing.note(headline, dueAt, "/reviews/" + review.id(), questions);
  }
}
