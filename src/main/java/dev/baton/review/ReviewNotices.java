package dev.baton.review;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    List<Text> questions =
        agendas.of(reviewId).stream().map(item -> Text.literal(item.question())).toList();
    NoticeContent briefing = content(Text.of("review_figures", of(review)), review, questions);
    NoticeContent content =
        wording ->
            new NoticeContent.Written(
                wording.say(Text.of("review_agenda", of(review))),
                briefing.in(wording).briefing().enclosing(reviewId));
    participants(review)
        .forEach(
            person -> outbox.tell(notice("review", reviewId, NoticeKind.REVIEW, person, content)));
  }

  public void remindParticipants(String reviewId) {
    HandoffReview review = reviews.find(reviewId).orElseThrow();
    NoticeContent content = content(Text.of("review_not_held", of(review)), review, List.of());
    participants(review)
        .forEach(
            person ->
                remind(
                    notice("review-soon", reviewId, NoticeKind.REVIEW_REMINDER, person, content),
                    review.openDeadline().dueAt()));
  }

  /** One message to each manager. */
  public void reportUnheld(String reviewId) {
    HandoffReview review = reviews.find(reviewId).orElseThrow();
    NoticeContent content = content(Text.of("review_missed", of(review)), review, List.of());
    managers()
        .forEach(
            person ->
                outbox.tell(
                    notice("review-late", reviewId, NoticeKind.REVIEW_OVERDUE, person, content)));
  }

  public void remindOfDecision(String decisionId) {
    AgreedDecision decision = decisions.find(decisionId).orElseThrow();
    Map<String, String> what = Map.of("what", decision.what());
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
                        content(
                            Text.of("decision_due", what),
                            Text.of("decision_promised", what),
                            decision)),
                    decision.deadline().dueAt()));
  }

  /** Its owner reads it too. */
  public void reportUndone(String decisionId) {
    AgreedDecision decision = decisions.find(decisionId).orElseThrow();
    String name = people.find(decision.owner()).map(Person::name).orElse(decision.owner());
    NoticeContent content =
        content(
            Text.of("decision_undone", Map.of("what", decision.what())),
            Text.of(
                "decision_was_due",
                Map.of(
                    "person", name, "day", decision.deadline().dueOn(), "what", decision.what())),
            decision);
    Stream.concat(people.find(decision.owner()).filter(Person::active).stream(), managers())
        .distinct()
        .forEach(
            person ->
                outbox.tell(
                    notice(
                        "decision-late", decisionId, NoticeKind.REVIEW_OVERDUE, person, content)));
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
        .flatMap(role -> people.active(role).stream());
  }

  private Stream<Person> managers() {
    return people.active(Role.MANAGER).stream();
  }

  private static Notice notice(
      String what, String id, NoticeKind kind, Person to, NoticeContent content) {
    return Notice.note("%s:%s:%s".formatted(what, id, to.id()), kind, to.id(), content);
  }

  private static Map<String, String> of(HandoffReview review) {
    return Map.of("review", review.title());
  }

  private NoticeContent content(Text subject, Text headline, AgreedDecision decision) {
    HandoffReview review = reviews.find(decision.reviewId()).orElseThrow();
    NoticeContent briefing =
        NoticeContent.of(headline, decision.deadline().dueAt(), path(review), List.of());
    return wording ->
        new NoticeContent.Written(wording.say(subject), briefing.in(wording).briefing());
  }

  private static NoticeContent content(Text headline, HandoffReview review, List<Text> questions) {
    return NoticeContent.of(headline, review.openDeadline().dueAt(), path(review), questions);
  }

  private static String path(HandoffReview review) {
    return "/reviews/" + review.id();
  }
}
