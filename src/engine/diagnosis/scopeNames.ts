const environmentName =
  /^(dev|develop|development|local|test|testing|qa|stage|staging|prod|production|preview|live|sandbox|uat|demo|beta|canary|integration)\d*$/i;
const regionName =
  /^(us|eu|ap|sa|ca|me|af|uk|de|emea|apac|amer|americas?|europe|asia|africa|oceania|pacific|north|south|east|west)([-_]?(north|south|east|west|central|northeast|southeast|northwest|southwest))*([-_]?\d+)?$/i;

/** Whether a name is that of an environment, such as `staging`. */
export function isEnvironmentName(name: string): boolean {
  return environmentName.test(name);
}

/** Whether a name is that of a region, such as `eu-central-1` or `emea`. */
export function isRegionName(name: string): boolean {
  return regionName.test(name);
}
