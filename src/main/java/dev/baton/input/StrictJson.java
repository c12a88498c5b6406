package dev.baton.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading of JSON that somebody sends: each key once, numbers as they were written. */
public final class StrictJson {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private StrictJson() {}

  /** One value; missing when there is none. */
  public static JsonNode read(String text) throws JsonProcessingException {
    return text.isBlank() ? MissingNode.getInstance() : JSON.readValue(text);
  }

  /** Why it can't be read, as a sentence. */
  public static String objection(JsonProcessingException e) {
    Matcher twice = TWICE.matcher(e.getOriginalMessage());
    return twice.matches()
        ? "'%s' is there twice; say it once".formatted(twice.group(1))
        : "Not JSON: " + e.getOriginalMessage();
  }

  /** Whether a number is one to reckon with: 1e400 isn't. */
  public static boolean isInReach(JsonNode number) {
    double nearly = number.doubleValue();
    return Double.isFinite(nearly) && (nearly != 0 || number.decimalValue().signum() == 0);
  }

  /** What of an answer can't be taken as it is, by field. */
  static List<FieldError> objections(JsonNode root) {
    List<FieldError> errors = new ArrayList<>();
    look(root, "", errors);
    return errors;
  }

  private static void look(JsonNode node, String path, List<FieldError> errors) {
    if (node.isTextual()) {
      object(path, node.textValue(), "", errors);
    } else if (node.isNumber() && !isInReach(node)) {
      errors.add(new FieldError(path, "a number that is too large or too small to be kept"));
    }
    node.properties()
        .forEach(
            field -> {
              String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              object(inner, field.getKey(), "its name ", errors);
              look(field.getValue(), inner, errors);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), "%s[%d]".formatted(path, i), errors);
    }
  }

  private static void object(String path, String text, String of, List<FieldError> errors) {
    TextPolicy.objection(text, Integer.MAX_VALUE)
        .ifPresent(why -> errors.add(new FieldError(path, of + why)));
  }
}
