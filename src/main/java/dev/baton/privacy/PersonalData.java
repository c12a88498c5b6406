package dev.baton.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Declaration of all that is held of persons, table by table: {@code personal-data.yaml}. Export
 * and erasure follow it.
 */
@Component
public class PersonalData {
  private final Map<String, HeldTable> tables;

  public PersonalData() {
    try (InputStream file = new ClassPathResource("personal-data.yaml").getInputStream()) {
      tables =
          new YAMLMapper()
              .readValue(file, new TypeReference<LinkedHashMap<String, HeldTable>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By name, in the order in which they are erased. */
  public Map<String, HeldTable> tables() {
    return tables;
  }
}
