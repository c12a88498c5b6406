package dev.baton.web.imports;

import dev.baton.connect.imports.ImportProgress;
import dev.baton.connect.imports.ImportQueries;
import dev.baton.connect.mapping.ImportFields;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.signal.SignalTypes;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /imports…}: a file is looked at, mapped and brought in; how far it has got. */
@StaffPage
@Translated
public class ImportPageController {
  private final ImportQueries imports;
  private final SignalTypes types;
  private final People people;

  ImportPageController(ImportQueries imports, SignalTypes types, People people) {
    this.imports = imports;
    this.types = types;
    this.people = people;
  }

  @GetMapping("/imports")
  String imports(Model model) {
    model
        .addAttribute("imports", imports.latest())
        .addAttribute("fields", fields())
        .addAttribute("signals", types.inOrder())
        .addAttribute("names", DisplayNames.ofAll(people));
    return "imports";
  }

  @GetMapping("/imports/{id}")
  String progress(@PathVariable String id, Model model) {
    ImportProgress progress = imports.progress(id);
    model
        .addAttribute("progress", progress)
        .addAttribute("remarks", imports.remarks(id))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "import";
  }

  /** What the columns of each kind of file may hold. */
  private static Map<String, String> fields() {
    return Arrays.stream(ImportKind.values())
        .collect(
            Collectors.toMap(ImportKind::word, kind -> String.join(" ", ImportFields.of(kind))));
  }
}
