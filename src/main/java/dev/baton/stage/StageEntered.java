package dev.baton.stage;

import dev.baton.score.LeadScored;
import java.time.Instant;

/**
 * A lead entered a stage.
 *
 * @param by a user id, or {@code rule}
 * @param cause the scored signal that crossed the line; null for an answer
 */
public record StageEntered(String leadId, Stage stage, Instant at, String by, LeadScored cause) {}
