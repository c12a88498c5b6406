package dev.baton.web.audit;

import dev.baton.input.Translated;
import dev.baton.insight.CsvFile;
import dev.baton.people.People;
import dev.baton.privacy.AuditChain;
import dev.baton.privacy.AuditCheck;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /audit}: who changed what, by person and by word, as a page and as a file. */
@StaffPage
@Translated
public class AuditPageController {
  private static final int LONGEST = 64;

  private final AuditLog log;
  private final AuditChain chain;
  private final AuditCheck audit;
  private final People people;

  AuditPageController(AuditLog log, AuditChain chain, AuditCheck audit, People people) {
    this.log = log;
    this.chain = chain;
    this.audit = audit;
    this.people = people;
  }

  @GetMapping("/audit")
  String audit(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String what,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String check,
      Model model) {
    chain.catchUp();
    int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    List<AuditEntry> found = log.page(chosen(who), chosen(what), number);
    boolean more = found.size() > AuditLog.PAGE;
    model
        .addAttribute("who", chosen(who))
        .addAttribute("what", chosen(what))
        .addAttribute("people", people.all())
        .addAttribute("words", log.words())
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("entries", more ? found.subList(0, AuditLog.PAGE) : found)
        .addAttribute("page", number)
        .addAttribute("next", more ? Integer.valueOf(number + 1) : null)
        // it reads every entry, so only for who asks
        .addAttribute("report", check == null ? null : audit.run());
    return "audit";
  }

  /** All of it, or what was chosen. */
  @GetMapping("/audit.csv")
  ResponseEntity<byte[]> file(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String what) {
    chain.catchUp();
    List<AuditEntry> all = new ArrayList<>();
    List<AuditEntry> page;
    int number = 0;
    do {
      page = log.page(chosen(who), chosen(what), number++);
      all.addAll(page.size() > AuditLog.PAGE ? page.subList(0, AuditLog.PAGE) : page);
    } while (page.size() > AuditLog.PAGE);
    return CsvFile.of("audit", AuditEntry.class, all);
  }

  private static @Nullable String chosen(@Nullable String text) {
    return text == null || text.isBlank() || text.length() > LONGEST ? null : text;
  }
}
