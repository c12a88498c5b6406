package dev.baton.rehearsal.scenario;

import dev.baton.engine.deploy.ModelFile;
import java.util.List;
import java.util.Map;

/**
 * What is rehearsed.
 *
 * @param models all that are in force in it
 * @param staff rows of people, teams and calendars, by table
 */
public record RehearsalRequest(
    List<ModelFile> models,
    Map<String, List<Map<String, Object>>> staff,
    List<Scenario> scenarios) {}
