package dev.baton.mailbox;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/mailbox}: how the mailbox is. */
@RestController
class MailboxController {
  private final Mailbox mailbox;

  MailboxController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Operation(summary = "The mailbox that is read: when last, what waits, and what went wrong")
  @GetMapping("/api/mailbox")
  MailboxState mailbox() {
    return mailbox.state();
  }
}
