package dev.baton.rehearsal.forecast;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.rehearsal.WaitingStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is played on with nobody answering.
 *
 * @param models all that are in force in it
 * @param rows of people, open handoffs and what was said of them, by table
 * @param handoffs those that are played, by id, in the order in which they are begun
 * @param ladders where escalations of theirs wait
 */
public record ForecastRequest(
    List<ModelFile> models,
    Map<String, List<Map<String, Object>>> rows,
    Instant from,
    Instant until,
    List<String> handoffs,
    List<WaitingStep> ladders) {}
