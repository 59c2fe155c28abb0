namespace QuizBot.Playground.Tests.Browser;

/// <summary>Finds texts whose contrast is below WCAG 2.2's 1.4.3: 4.5, or 3 where they are large.</summary>
internal static class Contrast
{
    public const string Script =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
            return [r, g, b, a / 255];
          };
          const over = (top, below) => below.map((c, i) => i === 3 ? 1 : top[i] * top[3] + c * (1 - top[3]));
          const ground = element => {
            if (!element) return rgba(getComputedStyle(document.body).backgroundColor);
            const own = rgba(getComputedStyle(element).backgroundColor);
            return own[3] === 1 ? own : over(own, ground(element.parentElement));
          };
          const opacity = element => element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
          const light = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const faint = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            const text = texts.currentNode.data.trim();
            if (!/[\p{L}]/u.test(text) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('option, .unseen')) continue;
            const style = getComputedStyle(element);
            const below = ground(element);
            const colour = rgba(style.color);
            const shown = over([...colour.slice(0, 3), colour[3] * opacity(element)], below);
            const [a, b] = [light(shown), light(below)].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize);
            const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < least) faint.push(`${ratio.toFixed(2)} for "${text}" (${element.className})`);
          }
          return faint;
        }
        """;
}
