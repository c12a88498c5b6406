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

  /** The first alternative that has anything; where parts belong together, a text of them. */
  static List<JsonNode> all(JsonNode root, String paths) {
    for (String alternative : paths.split("\\|", -1)) {
      List<JsonNode> found = new ArrayList<>();
      for (String path : alternative.split("\\+", -1)) {
        JsonNode node = at(root, path.strip());
        boolean isThere = node.isContainerNode() ? !node.isEmpty() : !node.asText("").isBlank();
        if (isThere) {
          found.add(node);
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
