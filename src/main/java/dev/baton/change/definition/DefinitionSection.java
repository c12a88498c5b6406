package dev.baton.change.definition;

import java.time.Instant;
import java.util.List;

/**
 * Part of the definition.
 *
 * @param since when the last of the models that it is read from came into force
 */
public record DefinitionSection(String code, String title, Instant since, List<String> sentences) {}
