import type { Scenario } from "../../scenario.ts";

const figures: Scenario = {
  name: "figures-of-a-campaign",
  files: {
    "README.md": `# Mailings

- \`service/\` FastAPI, \`uvicorn service.main:app\`
- \`dashboard/\` Svelte, shows how many people opened what
`,
    "service/requirements.txt": "fastapi\nuvicorn\n",
    "service/main.py": `import os

import uvicorn
from fastapi import FastAPI

from campaigns import router

app = FastAPI(title="Mailings")
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "service/campaigns.py": `from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

router = APIRouter(prefix="/api/campaigns", tags=["campaigns"])


class Campaign(BaseModel):
    campaign_id: str = Field(alias="campaignId")
    subject: str
    sent: int


ROWS = {
    row.campaign_id: row
    for row in (
        Campaign(campaignId="spring-sale", subject="Spring is here", sent=4180),
        Campaign(campaignId="opening-hours", subject="New opening hours", sent=920),
    )
}
OPENED = {"spring-sale": 1711, "opening-hours": 644}


@router.get("", response_model=list[Campaign])
def campaigns():
    return list(ROWS.values())


@router.get("/{campaign_id}/figures")
def figures(campaign_id: str):
    if campaign_id not in ROWS:
        raise HTTPException(404, "Unknown campaign")
    return {"campaignId": campaign_id, "sent": ROWS[campaign_id].sent, "opened": OPENED[campaign_id]}
`,
    "dashboard/package.json": `{ "name": "dashboard", "private": true, "type": "module", "dependencies": { "svelte": "^5.0.0" } }
`,
    "dashboard/src/lib/api.ts": `import type { Campaign, Figures } from "./types";

const root = "/api";

async function get<T>(path: string): Promise<T> {
  const response = await fetch(root + path);
  if (!response.ok) throw new Error(\`\${path}: \${response.status}\`);
  return (await response.json()) as T;
}

export const listCampaigns = () => get<Campaign[]>("/campaigns");

export const readFigures = (campaign: Campaign) => get<Figures>(\`/campaigns/\${campaign.id}/figures\`);
`,
    "dashboard/src/lib/types.ts": `export interface Campaign {
  id: string;
  subject: string;
  sent: number;
}

export interface Figures {
  sent: number;
  opened: number;
}
`,
    "dashboard/src/routes/+page.svelte": `<script lang="ts">
  import { listCampaigns, readFigures } from "$lib/api";
</script>

{#await listCampaigns() then campaigns}
  {#each campaigns as campaign}
    {#await readFigures(campaign) then figures}
      <p>{campaign.subject}: {figures.opened} of {figures.sent}</p>
    {/await}
  {/each}
{/await}
`,
    "mailings.http": `@service = http://localhost:PORT_OF_api

### campaigns
GET {{service}}/api/campaigns

### figures of one
GET {{service}}/api/campaigns/opening-hours/figures

### from the network tab
# @name tab
GET {{service}}/api/campaigns/undefined/figures
Accept: */*
Referer: http://localhost:5173/
`,
  },
  servers: [{ name: "api", entry: "service/main.py", needs: "fastapi" }],
  ask: ["mailings.http#tab"],
  facts: [
    "GET /api/campaigns 200",
    "GET /api/campaigns/opening-hours/figures 200",
    "GET /api/campaigns/undefined/figures 404",
    "GET /api/campaigns/none/figures 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "dashboard/src/lib/api.ts", text: "export const readFigures" },
      { file: "dashboard/src/lib/types.ts", text: "id: string;" },
    ],
  },
};

/** Mailings and how many people opened them. */
export const campaigns: readonly Scenario[] = [figures];
