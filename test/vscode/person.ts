import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { root } from "./openDemo.ts";

/** What a person does in the workbench, and what a person sees there; every wait is for something to show. */

/**
 * Does something until its sign shows. On a busy machine an editor may take the focus late and close the menu or the input
 * that has just opened; a person then opens it again, as is done here, at most twice, and each time is printed.
 */
async function until(page: Page, sign: Locator, act: () => Promise<unknown>): Promise<void> {
  for (const left of [2, 1, 0]) {
    page.setDefaultTimeout(left === 0 ? 30_000 : 10_000);
    try {
      await act();
      await sign.waitFor();
      return;
    } catch (error) {
      if (left === 0) {
        throw error;
      }
      console.log(`Tries again, as this did not show: ${sign}`);
      await page.keyboard.press("Escape");
    } finally {
      page.setDefaultTimeout(30_000);
    }
  }
}

const quickInput = (page: Page) => page.locator(".quick-input-widget");
const focusedEditor = (page: Page) => page.locator(".editor-instance .monaco-editor.focused").first();

/** Opens a file of the workspace by typing its name, optionally with `:line`, and waits until its editor has the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
  const file = name.replace(/:\d+$/, "");
  await until(page, focusedEditor(page), async () => {
    await page.keyboard.press("Control+P");
    await quickInput(page).locator("input").fill(name);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().click();
    await quickInput(page).waitFor({ state: "hidden" });
    await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await page.locator(".editor-instance .view-line").first().waitFor();
  });
}

/** Puts the cursor into a line of the active editor. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await until(page, focusedEditor(page), async () => {
    await page.keyboard.press("Control+G");
    await quickInput(page).locator("input").fill(`:${line}`);
    await page.keyboard.press("Enter");
    await quickInput(page).waitFor({ state: "hidden" });
    await page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
  });
}

/** Chooses a command by its title in the palette; for one that asks something next, in the same place. */
export async function chooseFromPalette(page: Page, title: string): Promise<void> {
  const row = page.getByRole("option", { name: new RegExp(`^${title}\\b`) }).first();
  await until(page, row, async () => {
    await page.keyboard.press("F1");
    await quickInput(page).locator("input").fill(`>${title}`);
  });
  await row.click();
}

/** Runs a command as a person does: by its title, from the palette, which then closes. */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  await chooseFromPalette(page, title);
  await quickInput(page).waitFor({ state: "hidden" });
}

/** Opens the quick fixes at the cursor and returns the one that holds a text. */
export async function openQuickFix(page: Page, text: string): Promise<Locator> {
  const fix = page.locator(".action-widget .monaco-list-row", { hasText: text }).first();
  await until(page, fix, () => page.keyboard.press("Control+."));
  return fix;
}

/** Chooses an item of the menu of a row, until what it shows is there. */
export async function chooseFromMenu(page: Page, row: Locator, item: string, sign: Locator): Promise<void> {
  await until(page, sign, async () => {
    const choice = page.getByRole("menuitem", { name: item });
    await row.click({ button: "right" });
    await choice.click();
    // A menu takes no click in its first instants, and stays.
    await choice.waitFor({ state: "hidden", timeout: 2_000 }).catch(() => choice.click());
  });
}

/** The lens with this text above a line that holds the given text, once it shows. */
export function lensOf(page: Page, text: string | RegExp): Locator {
  return page.locator(".codelens-decoration a", { hasText: text });
}

/** Moves the mouse over a text in the editor and returns the hover that shows. */
export async function hoverOver(page: Page, text: string): Promise<Locator> {
  await page.mouse.move(0, 0);
  await page.locator(".view-line span", { hasText: text }).last().hover();
  const hover = page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
  await hover.waitFor();
  return hover;
}

/** The views of the extension, as they are headed in the side bar. */
export type ViewName = "404 Investigations" | "Routes";

/** One view of the side bar, its heading included. */
export function viewOf(page: Page, name: ViewName): Locator {
  return page.locator(".part.sidebar .pane", { has: page.locator(".pane-header", { hasText: name }) });
}

/** The rows of a tree in the side bar, as the text a person would read, indented by level; with `once`, when a row with that text shows. */
export async function readTree(page: Page, view: ViewName = "404 Investigations", once?: string): Promise<string> {
  if (once !== undefined) {
    await viewOf(page, view).locator("[role=treeitem]", { hasText: once }).first().waitFor();
  }
  const rows = await viewOf(page, view).locator("[role=treeitem]").all();
  const lines = await Promise.all(
    rows.map(async (row) => {
      const level = Number(await row.getAttribute("aria-level"));
      const label = await row.locator(".monaco-icon-name-container").innerText();
      const description = await row.locator(".monaco-icon-description-container").allInnerTexts();
      const text = [label, ...description].map((part) => part.replace(/\s+/g, " ").trim());
      return `${"  ".repeat(level - 1)}${text.filter((part) => part !== "").join("  ")}`;
    }),
  );
  return lines.join("\n");
}

/** Drags the edge of the side bar until it is wide enough for sentences. */
export async function widenSideBar(page: Page): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  if (box === null) {
    throw new Error("The side bar is closed.");
  }
  await page.mouse.move(box.x + box.width, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 560, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
}

/** Writes what the page shows into artifacts/ and returns the file. */
export async function takePicture(page: Page, name: string): Promise<string> {
  const folder = join(root, "artifacts");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}
