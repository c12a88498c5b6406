package dev.baton.web.source;

import dev.baton.BatonSettings;
import dev.baton.connect.source.MappingRule;
import dev.baton.connect.source.SourceQueries;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sources…}: systems that send on their own, how it is mapped, and what waits. */
@StaffPage
@Translated
public class SourcePageController {
  private final SourceQueries sources;
  private final People people;
  private final BatonSettings settings;

  SourcePageController(SourceQueries sources, People people, BatonSettings settings) {
    this.sources = sources;
    this.people = people;
    this.settings = settings;
  }

  @GetMapping("/sources")
  String sources(Model model) {
    model
        .addAttribute("sources", sources.all())
        .addAttribute("kinds", SourceQueries.kinds())
        .addAttribute("names", DisplayNames.ofAll(people));
    return "sources";
  }

  @GetMapping("/sources/{name}")
  String source(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String state,
      Model model) {
    SourceQueries.SourceView source = sources.one(name);
    String shown = SourceQueries.states().contains(String.valueOf(state)) ? state : null;
    model
        .addAttribute("source", source)
        .addAttribute("state", shown)
        .addAttribute("states", SourceQueries.states())
        .addAttribute("readings", SourceQueries.readings())
        .addAttribute("payloads", sources.payloads(name, shown, 0))
        .addAttribute("words", new MappedWords())
        .addAttribute("snippets", Snippets.of(name, settings.publicUrl()))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "source";
  }

  /** What a website copies into its pages; a name has no sign that HTML would read otherwise. */
  public record Snippets(String script, String form) {
    private static final String TAG = "<script src=\"%s/%s\" data-source=\"%s\"%s></script>";

    static Snippets of(String source, String url) {
      return new Snippets(
          TAG.formatted(url, "baton.js", source, " defer"),
          TAG.formatted(url, "baton-form.js", source, " data-type=\"demo_requested\""));
    }
  }

  /** The words of a rule in one line, such as {@code 1 = page_view, 2 = form_submitted}. */
  public static final class MappedWords {
    public String of(MappingRule rule) {
      Map<String, String> map = rule.map();
      return map == null
          ? ""
          : map.entrySet().stream()
              .map(each -> each.getKey() + " = " + each.getValue())
              .collect(Collectors.joining(", "));
    }
  }
}
