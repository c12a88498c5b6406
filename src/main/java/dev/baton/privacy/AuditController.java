package dev.baton.privacy;

import dev.baton.input.InvalidInput;
import dev.baton.input.ListPage;
import dev.baton.input.TextPolicy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit}: who changed what, and whether that was touched since. */
@RestController
class AuditController {
  private static final int LONGEST = 64;

  private final AuditLog log;
  private final AuditChain chain;
  private final AuditCheck check;

  AuditController(AuditLog log, AuditChain chain, AuditCheck check) {
    this.log = log;
    this.chain = chain;
    this.check = check;
  }

  /** A page of entries. */
  record Page(List<AuditEntry> items, @Nullable Integer next) {}

  @Operation(
      summary = "Who changed what, the newest first, 100 a page",
      description = "who: a user id; what: a word as the entries have it, such as change_applied")
  @GetMapping("/api/audit")
  Page audit(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String what,
      @RequestParam(defaultValue = "0") String page) {
    checkText("who", who);
    checkText("what", what);
    int number = ListPage.number(page);
    chain.catchUp();
    ListPage<AuditEntry> one = ListPage.of(log.page(who, what, number), AuditLog.PAGE, number);
    return new Page(one.items(), one.next());
  }

  @Operation(summary = "Whether the audit is whole: each entry as it was sealed, none missing")
  @GetMapping("/api/audit/check")
  AuditCheck.AuditReport check() {
    chain.catchUp();
    return check.run();
  }

  private static void checkText(String parameter, @Nullable String text) {
    if (text != null) {
      TextPolicy.objection(text, LONGEST)
          .ifPresent(
              why -> {
                throw InvalidInput.at(parameter, why);
              });
    }
  }
}
