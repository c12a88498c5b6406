package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reader of a proposed change: title, why and files. */
final class ProposalReader {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FILES = 50;
  private static final int LARGEST_FILE = 1_000_000;
  private static final String FILES = "files";

  private final Map<String, Object> values;
  private final FieldReader fields;

  private ProposalReader(Map<String, Object> values) {
    this.values = values;
    this.fields = FieldReader.ofJson(values);
  }

  static ChangeDraft proposal(Map<String, Object> values) {
    ProposalReader reader = new ProposalReader(values);
    reader.fields.requiredText("title", "say in a few words what changes", LONGEST_TITLE);
    if (values.get(FILES) == null) {
      reader.fields.wrong(FILES, "give at least one file: {name, content}");
    }
    return reader.read();
  }

  /** What isn't given stays. */
  static ChangeDraft edit(Map<String, Object> values) {
    ProposalReader reader = new ProposalReader(values);
    if (values.keySet().stream().noneMatch(List.of("title", "why", FILES)::contains)) {
      reader.fields.wrong(FILES, "give what changes: title, why or files");
    }
    return reader.read();
  }

  private ChangeDraft read() {
    String title = fields.isWrong("title") ? null : fields.text("title", LONGEST_TITLE);
    ChangeDraft draft = new ChangeDraft(title, fields.text("why"), files());
    fields.check();
    return draft;
  }

  private List<ModelFile> files() {
    Object given = values.get(FILES);
    List<ModelFile> files = new ArrayList<>();
    if (given == null) {
      return files;
    }
    if (!(given instanceof Collection<?> list) || list.isEmpty() || list.size() > MOST_FILES) {
      fields.wrong(FILES, "a list of 1 to %d files: {name, content}".formatted(MOST_FILES));
      return files;
    }
    int index = 0;
    for (Object each : list) {
      ModelFile file = file("%s[%d].".formatted(FILES, index++), each);
      if (file != null) {
        files.add(file);
      }
    }
    if (files.stream().map(ModelFile::name).distinct().count() < files.size()) {
      fields.wrong(FILES, "two files have the same name");
    }
    return files;
  }

  private @Nullable ModelFile file(String path, Object given) {
    if (!(given instanceof Map<?, ?> object)) {
      fields.wrong(path.substring(0, path.length() - 1), "an object {name, content}");
      return null;
    }
    Map<String, Object> named = FlatJson.of(object);
    FieldReader file = fields.inside(path, named);
    String name = file.requiredText("name", "say the file's name, such as x.dmn", LONGEST_NAME);
    if (name != null && !ModelFile.isModel(name)) {
      file.wrong("name", "only .bpmn, .dmn and .form are models");
    }
    if (!(named.get("content") instanceof String content) || content.isBlank()) {
      file.wrong("content", "the file's text");
      return null;
    }
    if (content.length() > LARGEST_FILE || content.indexOf('\0') >= 0) {
      file.wrong(
          "content", "a text of at most %d characters, without zero bytes".formatted(LARGEST_FILE));
      return null;
    }
    return name == null ? null : new ModelFile(name, content);
  }
}
