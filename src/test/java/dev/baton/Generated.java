package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are made of the code and committed: compared with what the code makes of them now, or
 * with {@code -Dbaton.write=true} written anew.
 */
public final class Generated {
  private static final String COMMAND =
      "mvn test -Dtest='FormFilesTest,OpenApiTest,ArchitecturePageTest,PersonalDataPageTest' -Dbaton.write=true";

  private Generated() {}

  public static void isAsMade(Path file, JsonNode made) {
    isAsMade(file, text(made));
  }

  static void isAsMade(Path file, String text) {
    try {
      if (Boolean.getBoolean("baton.write")) {
        Files.writeString(file, text);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("%s is not what the code makes of it now; write it anew with: %s", file, COMMAND)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Modeler writes it. */
  private static String text(JsonNode made) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(made) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
