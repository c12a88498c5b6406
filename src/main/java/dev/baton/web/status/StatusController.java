package dev.baton.web.status;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/status}: what the page shows, for machines and scripts. */
@RestController
class StatusController {
  private final StatusPageAssembler pages;

  StatusController(StatusPageAssembler pages) {
    this.pages = pages;
  }

  @Operation(summary = "Is everything running? The health of each part, in words")
  @GetMapping("/api/status")
  StatusPage status() {
    return pages.status();
  }
}
