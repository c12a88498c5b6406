package dev.baton.rehearsal.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A story of one lead: who it is, what it does, what sales answers, and what is expected of it.
 *
 * @param start its first instant, from which the times of its steps count
 * @param lead the lead's fields, as in {@code POST /api/signals}
 * @param steps in the order in which they happen
 */
public record Scenario(
    String name, Instant start, Map<String, Object> lead, List<ScenarioStep> steps) {}
