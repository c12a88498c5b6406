package dev.baton.web.change;

import dev.baton.change.definition.Definition;
import dev.baton.change.definition.DefinitionQueries;
import dev.baton.change.definition.DefinitionRequest;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /definition}: what MQL, SAL and SQL mean here, now and at any earlier instant. */
@StaffPage
@Translated
public class DefinitionPageController {
  private final DefinitionQueries definitions;
  private final People people;
  private final ZoneId zone;

  DefinitionPageController(DefinitionQueries definitions, People people, ZoneId zone) {
    this.definitions = definitions;
    this.people = people;
    this.zone = zone;
  }

  @GetMapping("/definition")
  String definition(
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String from,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    DefinitionRequest asked = DefinitionRequest.read(at, from, user.clock().now(), zone);
    List<Instant> times = definitions.times();
    model
        .addAttribute("first", times.get(times.size() - 1))
        .addAttribute("definition", definitions.at(asked.at(), asked.from()))
        .addAttribute("times", times)
        .addAttribute("from", asked.from())
        .addAttribute("diagram", definitions.diagram(asked.at()).orElse(null))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "definition";
  }

  @GetMapping("/definition.pdf")
  ResponseEntity<byte[]> pdf(
      @RequestParam(required = false) @Nullable String at,
      @ModelAttribute("user") CurrentUser user) {
    DefinitionRequest asked = DefinitionRequest.read(at, null, user.clock().now(), zone);
    Definition definition = definitions.at(asked.at(), null);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("definition.pdf").build().toString())
        .body(new DefinitionPdf(definition, user.clock(), DisplayNames.ofAll(people)).bytes());
  }
}
