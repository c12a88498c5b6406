package dev.baton.connect.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Mappings that ship for systems whose payloads are known. */
@Component
class SourcePresets {
  private final Map<String, SourceMapping> mappings;

  SourcePresets(ObjectMapper json) {
    try (InputStream in = new ClassPathResource("source-presets.json").getInputStream()) {
      mappings = json.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SourceMapping of(SourceKind kind) {
    return Objects.requireNonNull(mappings.get(kind.word()));
  }
}
