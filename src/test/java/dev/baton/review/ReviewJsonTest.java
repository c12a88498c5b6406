package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.minutes.DecisionDeadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewJsonTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Test
  void a_review_is_one_flat_object_without_what_is_not_there_yet() throws Exception {
    HandoffReview planned =
        new HandoffReview(
            "r",
            ReviewType.WEEKLY_HANDOFF,
            "Weekly",
            AT,
            State.PLANNED,
            List.of(),
            null,
            ReviewOutcome.NONE);
    HandoffReview held =
        new HandoffReview(
            "r",
            ReviewType.WEEKLY_HANDOFF,
            "Weekly",
            AT,
            State.HELD,
            List.of("sales"),
            new ReviewDeadline(AT, AT, AT),
            new ReviewOutcome(AT, "marc", null, List.of("marc"), "Short"));

    assertThat(json.writeValueAsString(planned))
        .isEqualTo(
            """
            {"id":"r","kind":"weekly_handoff","title":"Weekly","slotAt":"2026-03-02T09:00:00Z",\
            "state":"PLANNED","participants":[],"attended":[]}""");
    assertThat(json.writeValueAsString(held))
        .isEqualTo(
            """
            {"id":"r","kind":"weekly_handoff","title":"Weekly","slotAt":"2026-03-02T09:00:00Z",\
            "state":"HELD","participants":["sales"],"openedAt":"2026-03-02T09:00:00Z",\
            "warnAt":"2026-03-02T09:00:00Z","dueAt":"2026-03-02T09:00:00Z",\
            "closedAt":"2026-03-02T09:00:00Z","closedBy":"marc","attended":["marc"],\
            "summary":"Short"}""");
  }

  @Test
  void a_decision_is_one_flat_object_whether_it_is_open_or_not() throws Exception {
    DecisionDeadline deadline = DecisionDeadline.of(LocalDate.parse("2026-03-06"), ZoneOffset.UTC);
    AgreedDecision open =
        new AgreedDecision("d", "r", null, "Call", "ben", deadline, AT, "marc", null);
    AgreedDecision done =
        new AgreedDecision(
            "d",
            "r",
            null,
            "Call",
            "ben",
            deadline,
            AT,
            "marc",
            new DecisionResult("done", null, AT, "ben"));

    String flat =
        """
        {"id":"d","reviewId":"r","what":"Call","owner":"ben","dueOn":"2026-03-06",\
        "warnAt":"2026-03-06T09:00:00Z","dueAt":"2026-03-07T00:00:00Z",\
        "agreedAt":"2026-03-02T09:00:00Z","agreedBy":"marc\"""";
    assertThat(json.writeValueAsString(open)).isEqualTo(flat + "}");
    assertThat(json.writeValueAsString(done))
        .isEqualTo(
            flat
                + ",\"result\":\"done\",\"closedAt\":\"2026-03-02T09:00:00Z\",\"closedBy\":\"ben\"}");
  }
}
