package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Path into JSON: names with dots between them, and of a list the element with a number or with a
 * value, such as {@code answers[field.ref=company].text}.
 */
final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]|\\[([^\\]=]+)=([^\\]]*)]");
  private static final Pattern PATH =
      Pattern.compile(
          "(?:[^.\\[\\]|+\\s]+|\\[[^\\[\\]]+])(?:\\.?(?:[^.\\[\\]|+\\s]+|\\[[^\\[\\]]+]))*");

  private JsonPath() {}

  /** Whether something is a path, or several with signs between them. */
  static boolean isGood(String paths) {
    for (String path : paths.split("[|+]", -1)) {
      if (!PATH.matcher(path.strip()).matches()) {
        return false;
      }
    }
    return true;
  }

  /** What stands there; missing where nothing does. */
  static JsonNode at(JsonNode root, String path) {
    JsonNode node = root;
    Matcher step = STEP.matcher(path);
    while (step.find() && !node.isMissingNode()) {
      if (step.group(1) != null) {
        node = node.path(step.group(1));
      } else if (step.group(2) != null) {
        node = node.path(Integer.parseInt(step.group(2)));
      } else {
        node = element(node, step.group(3), step.group(4));
      }
    }
    return node;
  }

  private static JsonNode element(JsonNode list, String path, String value) {
    for (JsonNode element : list) {
      if (at(element, path).asText().equals(value)) {
        return element;
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * The first alternative that is there, with all the parts that belong together: of half of them
   * an id would be another event's too.
   */
  static List<JsonNode> all(JsonNode root, String paths) {
    for (String alternative : paths.split("\\|", -1)) {
      List<JsonNode> parts = new ArrayList<>();
      for (String path : alternative.split("\\+", -1)) {
        parts.add(at(root, path.strip()));
      }
      if (parts.stream().allMatch(JsonPath::isThere)) {
        return parts;
      }
    }
    return List.of();
  }

  private static boolean isThere(JsonNode node) {
    return node.isContainerNode() ? !node.isEmpty() : !node.asText("").isBlank();
  }
}
