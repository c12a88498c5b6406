package dev.baton.review;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.ListPage;
import dev.baton.review.HandoffReview.State;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/reviews…}: reviews, what they looked at, and what became of their decisions. */
@RestController
class ReviewController {
  private static final String DECISIONS = "/api/review-decisions/";

  private final ReviewCommands commands;
  private final ReviewQueries queries;

  ReviewController(ReviewCommands commands, ReviewQueries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  /** A page of reviews. */
  record Page(List<HandoffReview> items, @Nullable Integer next) {}

  /** Runs before a body is read: whether it is there comes before what is said about it. */
  @ModelAttribute
  void known(@PathVariable(required = false) @Nullable String id, HttpServletRequest request) {
    boolean decision = request.getRequestURI().startsWith(DECISIONS);
    if (id != null && (decision ? queries.decision(id).isEmpty() : queries.review(id).isEmpty())) {
      throw ApiProblem.notFound(
          "There is no %s %s".formatted(decision ? "decision" : "review", id));
    }
  }

  @Operation(
      summary = "Reviews that are planned, open, held or skipped, 50 a page",
      description = "state: PLANNED, OPEN, HELD or SKIPPED; kind: as the calendar names it")
  @GetMapping("/api/reviews")
  Page reviews(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "0") String page) {
    int number = ListPage.number(page);
    ListPage<HandoffReview> one =
        ListPage.of(queries.page(state(state), kind(kind), number), HandoffReviews.PAGE, number);
    return new Page(one.items(), one.next());
  }

  private static @Nullable State state(@Nullable String word) {
    return word == null
        ? null
        : Arrays.stream(State.values())
            .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidInput.at(
                        "state",
                        "'%s' is not one of %s".formatted(word, Arrays.toString(State.values()))));
  }

  private static @Nullable ReviewType kind(@Nullable String word) {
    return word == null
        ? null
        : ReviewType.of(word)
            .orElseThrow(
                () ->
                    InvalidInput.at(
                        "kind",
                        "'%s' is not one of %s"
                            .formatted(
                                word,
                                Arrays.stream(ReviewType.values())
                                    .map(ReviewType::word)
                                    .toList())));
  }

  @Operation(summary = "A review with its agenda, its frozen figures and its decisions")
  @GetMapping("/api/reviews/{id}")
  ReviewDetails review(@PathVariable String id) {
    return queries.details(id).orElseThrow();
  }

  @Operation(
      summary = "Hold a review: notes by point, decisions with an owner and a day",
      description =
          "notes: {point: text}; decisions: [{point?, what, owner, dueOn}]; attended: user ids;"
              + " summary")
  @PostMapping("/api/reviews/{id}/hold")
  ReviewDetails hold(
      @PathVariable String id, @RequestBody Map<String, Object> minutes, Principal by) {
    commands.hold(id, minutes, by.getName());
    return review(id);
  }

  @Operation(summary = "Begin a planned review now")
  @PostMapping("/api/reviews/{id}/start")
  ReviewDetails start(@PathVariable String id, Principal by) {
    commands.start(id, by.getName());
    return review(id);
  }

  @Operation(summary = "Skip a review, with a reason")
  @PostMapping("/api/reviews/{id}/skip")
  ReviewDetails skip(
      @PathVariable String id, @RequestBody Map<String, Object> reason, Principal by) {
    commands.skip(id, reason, by.getName());
    return review(id);
  }

  @Operation(
      summary = "Say what became of a decision",
      description = "result: done or dropped; note, which dropped needs")
  @PostMapping(DECISIONS + "{id}/close")
  DecisionStatus close(
      @PathVariable String id, @RequestBody Map<String, Object> result, Principal by) {
    commands.close(id, result, by.getName());
    return queries.decision(id).orElseThrow();
  }
}
