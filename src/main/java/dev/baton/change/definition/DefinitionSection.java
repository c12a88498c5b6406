package dev.baton.change.definition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of the definition.
 *
 * @param since when the last of the models that it is read from was replaced; null where none was
 */
public record DefinitionSection(
    String code, String title, @Nullable Instant since, List<String> sentences) {}
