package dev.baton.rejection.campaign;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/campaigns…}: campaigns and their owners. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignController {
  private final CampaignOwners owners;

  CampaignController(CampaignOwners owners) {
    this.owners = owners;
  }

  @Operation(summary = "The campaigns with an owner of their own")
  @GetMapping
  Map<String, String> campaigns() {
    return owners.all();
  }

  @Operation(summary = "Name who looks after a campaign; without an owner, all of marketing")
  @PutMapping("/{campaign}/owner")
  Map<String, String> owner(@PathVariable String campaign, @RequestBody Map<String, Object> owner) {
    owners.set(campaign, owner);
    return owners.all();
  }
}
