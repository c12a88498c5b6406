package dev.baton.connect.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.company.CompanySignal;
import dev.baton.input.FieldError;
import java.util.List;

/**
 * What a payload says by a mapping.
 *
 * @param signals all of them in the form of the contract, also those that won't do
 * @param ofPeople those of them that can be recorded of a lead
 * @param ofCompanies those that can be kept of a company
 * @param issues why the others won't do
 */
record MappedPayload(
    List<ObjectNode> signals,
    List<ObjectNode> ofPeople,
    List<CompanySignal> ofCompanies,
    List<FieldError> issues) {

  static MappedPayload unreadable(String why) {
    return new MappedPayload(List.of(), List.of(), List.of(), List.of(new FieldError("", why)));
  }

  boolean saysNothing() {
    return ofPeople.isEmpty() && ofCompanies.isEmpty();
  }
}
