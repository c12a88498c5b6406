package dev.baton.alert;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.alert.message.DeadAddress;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/alerts/failed} and {@code …/addresses}: undelivered messages, for managers. */
@RestController
@RequestMapping("/api/alerts")
class FailedDeliveryController {
  private final FailedDeliveries deliveries;
  private final DeadAddresses addresses;

  FailedDeliveryController(FailedDeliveries deliveries, DeadAddresses addresses) {
    this.deliveries = deliveries;
    this.addresses = addresses;
  }

  record FailedDeliveryPage(List<FailedDelivery> items) {}

  record AddressPage(List<DeadAddress> items) {}

  @Operation(summary = "Messages and answers whose attempts are used up, newest first")
  @GetMapping("/failed")
  FailedDeliveryPage all() {
    return new FailedDeliveryPage(deliveries.all());
  }

  @Operation(summary = "Try one again, now that its cause is mended")
  @PostMapping("/failed/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retry(@PathVariable String id) {
    deliveries.again(find(id));
  }

  @Operation(summary = "Give one up: nobody needs it any more")
  @DeleteMapping("/failed/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@PathVariable String id, Principal by) {
    deliveries.giveUp(find(id), by.getName());
  }

  @Operation(
      summary = "Addresses that take no messages; each is tried again after a week",
      description = "What was meant for them goes to a manager, or over another channel")
  @GetMapping("/addresses")
  AddressPage dead() {
    return new AddressPage(addresses.all());
  }

  @Operation(
      summary = "Say that an address takes no messages, such as after a bounce in the mailbox",
      description = "why: what the bounce said. For a script of a mail provider's bounces too")
  @PutMapping("/addresses/{person}/{channel}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void bounced(
      @PathVariable String person,
      @PathVariable String channel,
      @RequestBody Map<String, Object> fields) {
    DeliveryTarget to =
        addresses
            .addressee(person, channel)
            .orElseThrow(
                () -> ApiProblem.notFound("%s has no address over %s".formatted(person, channel)));
    if (!(fields.get("why") instanceof String why) || why.isBlank()) {
      throw new InvalidInput(
          "The address was not marked", List.of(new FieldError("why", "say what the bounce said")));
    }
    addresses.add(to, channel, why);
  }

  @Operation(summary = "Say that an address works again; a changed one is tried anyway")
  @DeleteMapping("/addresses/{person}/{channel}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revive(@PathVariable String person, @PathVariable String channel) {
    if (!addresses.revive(person, channel)) {
      throw ApiProblem.notFound(
          "No address of %s over %s is known as dead".formatted(person, channel));
    }
  }

  private FailedDelivery find(String id) {
    return deliveries
        .find(id)
        .orElseThrow(() -> ApiProblem.notFound("There is no undelivered message " + id));
  }
}
