using System.Security.Cryptography;
using System.Text;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>How the one-time page looks, light and dark.</summary>
internal static class OneTimeStyle
{
    public const string Css = """

        :root {
          color-scheme: light dark;
          --page: #eef3f3; --card: #ffffff; --text: #16282b; --quiet: #4c6165; --line: #c9d6d7; --field: #7b8f92;
          --accent: #0b6670; --accent-strong: #084c54; --on-accent: #ffffff; --soft: #e3f1f1;
          --bad: #a4201d; --bad-soft: #fdeceb; --warn: #7a4a00; --warn-soft: #fff3dd;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #0e1718; --card: #162324; --text: #e6f0f0; --quiet: #a5b8ba; --line: #33484a; --field: #7f9698;
            --accent: #6fd0d6; --accent-strong: #98e2e6; --on-accent: #04282b; --soft: #12383b;
            --bad: #ffb1ab; --bad-soft: #431a19; --warn: #ffd28a; --warn-soft: #3d2c0c;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--page); color: var(--text); font: 16px/1.5 "Segoe UI", system-ui, -apple-system, sans-serif; }
        main { width: 100%; max-width: 460px; padding: 28px 32px 32px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); }
        .brand { display: flex; align-items: center; gap: 8px; margin: 0 0 20px; color: var(--quiet); font-weight: 600; font-size: 14px; }
        .brand::before { content: ""; width: 12px; height: 12px; border-radius: 4px; background: var(--accent); }
        h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 0 0 4px; font-size: 15px; }
        .lead { margin: 0 0 20px; color: var(--quiet); overflow-wrap: anywhere; }
        .lead b { color: var(--text); }
        label { display: block; font-weight: 600; }
        .hint { margin: 2px 0 8px; color: var(--quiet); font-size: 14px; }
        input[type="password"] { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--field); border-radius: 8px; background: var(--card); color: var(--text); font: inherit; }
        [aria-invalid="true"] { border-color: var(--bad); }
        button { width: 100%; min-height: 44px; margin-top: 14px; padding: 8px 16px; border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
        button:hover { border-color: var(--accent-strong); background: var(--accent-strong); }
        .second { margin-top: 4px; background: transparent; color: var(--accent); }
        .second:hover { background: var(--soft); color: var(--accent-strong); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .or { display: flex; align-items: center; gap: 12px; margin: 22px 0 14px; color: var(--quiet); font-size: 14px; }
        .or::before, .or::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
        .error, .warning { margin: 0 0 18px; padding: 12px 16px; border-left: 4px solid; border-radius: 6px; font-size: 15px; }
        .error { background: var(--bad-soft); color: var(--bad); }
        .warning { background: var(--warn-soft); color: var(--warn); }
        ul { margin: 0; padding-left: 18px; }
        h1:has(.tick) { display: flex; align-items: center; gap: 10px; }
        .tick { flex: none; display: inline-grid; place-items: center; width: 30px; height: 30px; border-radius: 50%; background: var(--soft); color: var(--accent); font-size: 18px; }
        .made { width: 100%; padding: 14px 12px; border: 1px dashed var(--field); border-radius: 8px; background: var(--soft); color: inherit; font: 600 16px/1.4 ui-monospace, Consolas, Menlo, monospace; }
        .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .made + .hint { margin-top: 6px; }
        .next { margin: 18px 0 0; padding-top: 16px; border-top: 1px solid var(--line); }
        footer { margin-top: 22px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
        @media (max-width: 480px) { main { padding: 22px 20px 24px; } }

        """;

    /// <summary>Allows exactly this style sheet, and no other.</summary>
    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));
}
