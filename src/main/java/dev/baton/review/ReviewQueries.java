package dev.baton.review;

import dev.baton.review.HandoffReview.State;
import dev.baton.review.figures.FrozenFigures;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries of reviews: each with its agenda, its figures and its decisions. */
@Component
public class ReviewQueries {
  private final HandoffReviews reviews;
  private final ReviewAgendas agendas;
  private final FrozenFigures figures;
  private final AgreedDecisions decisions;
  private final Clock clock;

  ReviewQueries(
      HandoffReviews reviews,
      ReviewAgendas agendas,
      FrozenFigures figures,
      AgreedDecisions decisions,
      Clock clock) {
    this.reviews = reviews;
    this.agendas = agendas;
    this.figures = figures;
    this.decisions = decisions;
    this.clock = clock;
  }

  public List<HandoffReview> page(@Nullable State state, @Nullable ReviewType type, int page) {
    return reviews.page(state, type, page);
  }

  public Optional<HandoffReview> review(String id) {
    return reviews.find(id);
  }

  public Optional<ReviewDetails> details(String id) {
    return reviews
        .find(id)
        .map(
            review ->
                new ReviewDetails(
                    review,
                    agendas.of(id),
                    figures.of(id).orElse(null),
                    decisions(id),
                    statuses(earlier(review))));
  }

  private Stream<AgreedDecision> earlier(HandoffReview review) {
    List<AgreedDecision> last =
        reviews
            .heldBefore(review.kind(), review.slotAt())
            .map(held -> decisions.of(held.id()))
            .orElse(List.of());
    return Stream.concat(
        decisions.openBefore(review.kind(), review.slotAt()).stream()
            .filter(open -> last.stream().noneMatch(known -> known.id().equals(open.id()))),
        last.stream());
  }

  /** With their states as of now. */
  public List<DecisionStatus> decisions(String reviewId) {
    return statuses(decisions.of(reviewId).stream());
  }

  private List<DecisionStatus> statuses(Stream<AgreedDecision> all) {
    return all.map(this::status).toList();
  }

  private DecisionStatus status(AgreedDecision decision) {
    return new DecisionStatus(decision.state(clock.instant()), decision);
  }

  public Optional<DecisionStatus> decision(String id) {
    return decisions.find(id).map(this::status);
  }
}
