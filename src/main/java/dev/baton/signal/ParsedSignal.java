package dev.baton.signal;

import dev.baton.input.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * Result of reading one signal.
 *
 * @param draft empty where something is wrong with it
 */
record ParsedSignal(
    Optional<SignalDraft> draft, List<FieldError> errors, List<FieldError> warnings) {

  static ParsedSignal of(SignalDraft draft, List<FieldError> warnings) {
    return new ParsedSignal(Optional.of(draft), List.of(), warnings);
  }

  static ParsedSignal invalid(List<FieldError> errors, List<FieldError> warnings) {
    return new ParsedSignal(Optional.empty(), errors, warnings);
  }

  /** A row that isn't even JSON. */
  static ParsedSignal unreadable(String message) {
    return invalid(List.of(new FieldError("", message)), List.of());
  }
}
