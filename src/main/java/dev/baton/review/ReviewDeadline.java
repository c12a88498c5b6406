package dev.baton.review;

import java.time.Instant;

/**
 * Deadline of a review.
 *
 * @param openedAt when its figures were frozen
 * @param warnAt when its participants are reminded
 * @param dueAt by when it is to be held
 */
public record ReviewDeadline(Instant openedAt, Instant warnAt, Instant dueAt) {}
