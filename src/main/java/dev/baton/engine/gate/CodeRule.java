package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.expression.ExpressionCheck;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A model runs no code of its own: no classes, scripts, connectors, and only reading expressions.
 */
class CodeRule implements ModelRule {
  private static final Set<String> EXTENSIONS =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

  private static final Map<String, String> REFUSED_ELEMENTS =
      Map.of(
          "script", "holds a script; scripts are switched off, use a step",
          "scriptTask", "is a script task; scripts are switched off, use a step",
          "connector", "uses a connector; there are none here, use a step",
          "field", "injects a field; steps take none",
          "import", "imports another file; a model stands alone",
          "formField", "describes a form in the model; use a Camunda Form",
          "formData", "describes a form in the model; use a Camunda Form");

  private static final Map<String, String> REFUSED_ATTRIBUTES =
      Map.of(
          "scriptFormat", "holds a script; scripts are switched off, use a step",
          "language", "holds a script; scripts are switched off, use an expression",
          "resource", "takes its text from outside of the model",
          "variableMappingDelegateExpression", "maps variables by code; list them instead");

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model.all().forEach(element -> check(element, findings));
  }

  private static void check(Element element, Findings findings) {
    String refused = REFUSED_ELEMENTS.get(element.getLocalName());
    if (refused != null) {
      findings.add(element, refused);
    }
    if (is(element, "constraint") && attribute(element, "name").orElse("").equals("validator")) {
      findings.add(element, "validates a field by code; the step behind the task does that");
    }
    if (!is(element, "documentation", "text")) {
      ExpressionCheck.objection(ModelXml.text(element))
          .ifPresent(why -> findings.add(element, why));
    }
    ModelXml.attributes(element).forEach(each -> check(element, each, findings));
  }

  private static void check(Element element, Attr attribute, Findings findings) {
    String name = attribute.getLocalName();
    if (name.toLowerCase(Locale.ROOT).endsWith("class")) {
      findings.add(element, "calls the Java class %s; use a step", attribute.getValue());
    }
    if (REFUSED_ATTRIBUTES.containsKey(name)) {
      findings.add(element, REFUSED_ATTRIBUTES.get(name));
    }
    String namespace = attribute.getNamespaceURI();
    if (name.equals("type") && namespace != null && EXTENSIONS.contains(namespace)) {
      findings.add(
          element,
          "is of type '%s', which nothing here works on; use a step",
          attribute.getValue());
    }
    if (name.equals("formKey") && !attribute.getValue().startsWith("camunda-forms:")) {
      findings.add(element, "names a page as its form; use a Camunda Form");
    }
    if (!name.equals("name")) {
      ExpressionCheck.objection(attribute.getValue()).ifPresent(why -> findings.add(element, why));
    }
  }
}
