package dev.baton.web.marketing;

import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.nurture.MailCommands;
import dev.baton.nurture.MailHistory;
import dev.baton.nurture.NurtureQueries;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.NurtureTrack;
import dev.baton.people.Language;
import dev.baton.web.StaffPage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /nurture…}: the tracks and who is in them; one mail with its preview and its versions. */
@StaffPage
@Translated
public class NurturePageController {
  /** A mail brings its style along, and nothing of it may run or load. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none';"
          + " form-action 'none'; sandbox";

  private final NurtureQueries queries;
  private final MailCommands commands;

  NurturePageController(NurtureQueries queries, MailCommands commands) {
    this.queries = queries;
    this.commands = commands;
  }

  @GetMapping("/nurture")
  String tracks(Model model) {
    model
        .addAttribute("tracks", queries.tracks())
        .addAttribute("running", queries.running())
        .addAttribute("nurtured", queries.leads())
        .addAttribute("trackNames", NurtureTrack.values());
    return "nurture";
  }

  @GetMapping("/nurture/mails/{id}")
  String mail(@PathVariable String id, Model model) {
    MailHistory history = history(id);
    model
        .addAttribute("mail", history.line().mail())
        .addAttribute("figures", history.line().figures())
        .addAttribute("versions", history.versions())
        .addAttribute("trackNames", NurtureTrack.values())
        .addAttribute("languages", Language.values())
        .addAttribute("texts", commands.preview(history.line().mail()));
    return "nurture-edit";
  }

  /** The version in force, or an earlier one. */
  @GetMapping("/nurture/mails/{id}/preview")
  ResponseEntity<String> preview(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(defaultValue = "en") String language) {
    MailHistory history = history(id);
    MailTemplate shown =
        history.versions().stream()
            .filter(mail -> version != null && mail.version() == version)
            .findFirst()
            .orElse(history.line().mail());
    return shown(commands.preview(shown).filled(read(language)).html(), HttpStatus.OK);
  }

  /** With what stands in the form and is not saved. */
  @PostMapping("/nurture/mails/{id}/preview")
  ResponseEntity<String> preview(@PathVariable String id, @RequestParam Map<String, String> form) {
    Map<String, Object> fields = new HashMap<>(form);
    fields.remove("place");
    fields.remove("version");
    fields.remove("active");
    Language language = read(form.getOrDefault("language", Language.EN.code()));
    return shown(commands.preview(id, fields).filled(language).html(), HttpStatus.OK);
  }

  private static Language read(String code) {
    return Language.of(code).orElse(Language.EN);
  }

  private MailHistory history(String id) {
    return queries.history(id).orElseThrow(() -> ApiProblem.notFound("There is no mail " + id));
  }

  private static ResponseEntity<String> shown(String html, HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", MAIL_POLICY)
        .body(html);
  }
}
