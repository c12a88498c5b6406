package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.review.figures.ReviewFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Review with all that belongs to it.
 *
 * @param figures as they were when it was opened
 * @param earlier decisions: those of the last one of its kind that was held, and open ones of those
 *     before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewDetails(
    HandoffReview review,
    List<AgendaItem> agenda,
    @Nullable ReviewFigures figures,
    List<DecisionStatus> decisions,
    List<DecisionStatus> earlier) {}
