/** Every address of the product: the route table with its places filled in, and views that narrow, search and look back. */
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '../../app/routes.ts';
import type { Cast } from './cast.ts';
import { codes } from './cast.ts';
import { judging } from './council-forms.ts';
import type { Planted } from './planted.ts';

type Places = Readonly<Record<string, readonly string[]>>;

/** What may stand at a place of an address, by the path it stands in; a route that is not told here fails the walk. */
function placesAt(path: string, cast: Cast, planted: Planted): Places {
  const person = [cast.people.officerOfBinh.personId];
  const first = path.split('/')[0];
  if (path.startsWith('khen-thuong/hoi-dong') || first === 'phieu-kin') {
    const papers = { kind: ['hop', 'kiem-phieu'], format: ['docx', 'pdf'] };
    const session = { sessionId: [planted.session, planted.plannedSession], personId: [planted.seated] };
    return { councilId: [planted.council], pollId: [planted.poll], ...session, ...papers };
  }
  if (path.startsWith('quan-tri/nguoi-dung')) return { personId: person, runId: [planted.importRun] };
  if (path.startsWith('quan-tri/nhat-ky')) return { entryId: [planted.entry, planted.answerEntry] };
  if (path.startsWith('quan-tri/don-vi') || first === 'don-vi')
    return { code: [codes.communeBinh, codes.village], runId: [planted.importRun], id: [planted.importRun] };
  if (path.startsWith('quan-tri/chi-tieu') || first === 'chi-tieu')
    return { code: ['KT-10', 'KT-06', 'KT-12', 'XH-11'] };
  if (first === 'de-an' || path.startsWith('quan-tri/de-an')) return { code: ['DA-07', 'DA-17'] };
  if (path.startsWith('quan-tri/khoi-cum')) return { code: [planted.block, 'zq-khoi'], runId: [planted.importRun] };
  if (first === 'khoi-cum') {
    const at = { code: [planted.block], year: [String(new Date().getFullYear())] };
    const meetings = {
      meetingId: [planted.plannedMeeting, planted.meeting, planted.closedMeeting],
      attachmentId: [planted.meetingPaper],
    };
    return { ...at, pactId: [planted.pact, planted.signedPact], ...meetings, format: ['docx', 'pdf'] };
  }
  if (first === 'so-lieu-chot') return { id: [planted.snapshot, planted.importRun] };
  if (first === 'phong-trao')
    return {
      attachmentId: [planted.paper],
      movementId: [planted.directiveMovement, planted.movement, planted.provinceMovement, planted.keptMovement],
    };
  if (first === 'xep-loai') return { listId: [planted.levelList, planted.sentLevels] };
  if (first === 'don-doc') return { letterId: [planted.letter, planted.importRun], format: ['docx', 'pdf', 'khac'] };
  if (first === 'ky-bao-cao')
    return {
      roundId: [planted.round, planted.draftRound, planted.importRun],
      code: [codes.communeBinh, codes.communeAn],
    };
  if (first === 'bao-cao')
    return {
      roundId: [planted.round],
      code: [codes.communeBinh, codes.communeAn],
      attachmentId: [planted.reportPaper],
      number: ['1'],
      format: ['docx', 'pdf'],
    };
  if (first === 'mau-bao-cao') return { formId: [planted.draftForm, planted.form], position: ['moi', '1'] };
  if (first === 'van-ban-mat') return { paperId: [planted.secretPaper] };
  if (first === 'kiem-tra')
    return {
      programmeId: [planted.programme],
      inspectionId: [planted.plannedInspection, planted.inspection],
      findingId: [planted.draftFinding, planted.finding, planted.answeredFinding],
      format: ['docx', 'pdf'],
      attachmentId: [planted.importRun],
    };
  if (first === 'cham-diem')
    return {
      judgementId: [planted.judgement, planted.frozenResult, planted.importRun],
      cardId: path.endsWith(':cardId') ? [planted.card, planted.announcedCard] : [planted.card],
      attachmentId: [planted.scoreFile],
      appealId: [planted.appeal],
      step: ['tu-cham', 'tham-dinh'],
      code: ['III'],
      format: ['docx', 'pdf'],
    };
  if (first === 'bao-cao-tong-hop')
    return {
      id: [planted.consolidation, planted.frozenConsolidation],
      part: ['gui-bao-cao', 'muc-1'],
      pieceId: [planted.piece],
      number: ['thao', '1'],
      format: ['docx', 'pdf'],
    };
  if (first === 'ke-hoach')
    return {
      planId: [planted.plan, planted.runningPlan, planted.sentPlan],
      format: ['docx'],
      taskId: [planted.task, planted.runningTask],
      attachmentId: [planted.planFile],
    };
  if (first === 'tro-giup') return { role: ['officer', 'council-member'] };
  if (first === 'thu-vien') return { code: ['luat-06-2022-qh15', '12-hd-mau'], attachmentId: [planted.initiativeFile] };
  if (first === 'ket-qua-thi-dua') return { judgementId: [planted.frozenResult, planted.judgement] };
  if (path.startsWith('khen-thuong/ho-so')) {
    const seen = path.endsWith('/hoi-dong') ? [planted.councilDossier] : [planted.dossier, planted.sentDossier];
    const dossierId = path.includes(':nomineeId') ? [planted.dossier] : seen;
    return {
      dossierId,
      nomineeId: [planted.dossierNominee],
      otherId: [planted.sentNominee],
      attachmentId: [planted.dossierFile],
      importId: [planted.importRun],
      lookId: [planted.look],
      format: ['docx'],
    };
  }
  if (path.startsWith('khen-thuong/danh-muc'))
    return {
      code: ['chien-si-thi-dua-tinh', 'bang-khen-bo'],
      setCode: ['luat-06-2026-qh16', 'luat-06-2022-qh15'],
      provisionId: [planted.provision, planted.importRun],
    };
  if (path.startsWith('khen-thuong/so'))
    return {
      holderId: [path.includes(':mergeId') ? planted.keptHolder : planted.holder],
      oneId: [planted.holder],
      otherId: [planted.namesake],
      honourId: [planted.pastHonour, planted.honour],
      mergeId: [planted.merge],
      part: ['xep-loai', 'khac'],
      code: [codes.communeBinh],
    };
  if (path.startsWith('khen-thuong/quy/'))
    return { fundId: [planted.fund], entryId: [planted.fundEntry], format: ['docx', 'pdf'] };
  if (path.startsWith('khen-thuong/huy-bo'))
    return {
      revocationId: [planted.revocation],
      attachmentId: [planted.revocationFile],
      format: ['docx'],
      what: ['cuoi-cung.pdf'],
    };
  if (path.startsWith('khen-thuong/khieu-nai')) return { complaintId: [planted.complaint] };
  // Of no award of the centre, so nobody's: what is there is walked by the journey to the centre.
  if (path.startsWith('khen-thuong/trung-uong')) return { dossierId: [planted.sentDossier], format: ['docx', 'pdf'] };
  if (path.startsWith('khen-thuong/tham-dinh'))
    return {
      dossierId: [planted.receivedDossier],
      nomineeId: [planted.receivedNominee],
      flagId: [planted.flag],
      requestId: [planted.request],
      listId: [planted.shownList, planted.withdrawnList],
      attachmentId: [planted.answerFile],
      format: ['docx', 'pdf'],
    };
  if (first === 'tieu-chi')
    return {
      setId: [planted.criteriaSet, planted.draftCriteriaSet],
      format: ['docx', 'pdf'],
    };
  if (first === 'lay-y-kien') return { listId: [planted.shownList, planted.withdrawnList] };
  if (path.startsWith('khen-thuong/thong-ke')) return { format: ['docx', 'pdf'] };
  if (path.startsWith('khen-thuong/quyet-dinh'))
    return {
      decisionId: [planted.decision, planted.draftDecision],
      lineId: [planted.decisionLine],
      unitId: [cast.units.province],
      kind: ['ca-nhan', 'co-quan'],
      ownerId: [cast.people.decidingAuthority.personId, cast.units.province],
      identityId: [planted.hand],
      what: ['du-thao.pdf'],
    };
  if (first === 'xac-minh') return { code: [planted.certificateCode, 'ABCDE23456'] };
  if (first === 'sang-kien') {
    const all = [planted.initiative, planted.sentInitiative, planted.knownInitiative, planted.adoptedInitiative];
    return {
      initiativeId: [...all, planted.reviewedInitiative, planted.passedInitiative],
      otherId: all,
      attachmentId: [planted.initiativeFile],
    };
  }
  const actuals = [planted.draft, planted.returned, planted.verified, planted.waiting];
  return {
    actualId: actuals,
    attachmentId: [planted.attachment, planted.verifiedAttachment],
    pledgeId: [planted.pledge],
    importId: [planted.importRun],
    runId: [planted.importRun],
    targetId: [planted.pledge],
    snapshotId: [planted.importRun],
    id: [...actuals, planted.pledge, planted.importRun],
    token: ['khong-co'],
    kind: ['not_there'],
    code: [codes.communeBinh, 'KT-10'],
    '*': ['khong-co-trang-nay'],
  };
}

export function patterns(entries: readonly RouteConfigEntry[] = routes, under = ''): readonly string[] {
  return entries.flatMap((entry) => {
    const path = [under, entry.path ?? ''].filter(Boolean).join('/');
    return entry.children ? patterns(entry.children, path) : [path];
  });
}

export function addressesOf(pattern: string, cast: Cast, planted: Planted): readonly string[] {
  const places = placesAt(pattern, cast, planted);
  return pattern
    .split('/')
    .reduce<readonly string[]>(
      (begun, part) => {
        const name = part === '*' ? '*' : /^:(\w+)/.exec(part)?.[1];
        if (name === undefined) return begun.map((path) => `${path}/${part}`.replace('//', '/'));
        const fillings = places[name];
        if (!fillings) throw new Error(`tests/e2e/addresses.ts does not know what stands at :${name} of ${pattern}`);
        return begun.flatMap((path) => fillings.map((filling) => `${path}/${filling}`));
      },
      [''],
    )
    .map((path) => path || '/');
}

/** Before many are returned or refused at once, their reason is asked for. */
export const asking = (planted: Planted): readonly string[] => [
  `/duyet-so-lieu/xac-nhan?viec=return&so=${planted.waiting}`,
  judging(planted),
];

/** Views by query: the unit whose rows are hidden, words that are planted, years, days past. */
export function views(): readonly string[] {
  const year = new Date().getFullYear();
  const day = `${year}-01-01`;
  return [
    `/tong-quan?ngay=${day}`,
    `/tieu-chi?nam=${year}&tinh-trang=published`,
    `/chi-tieu?q=zq`,
    `/chi-tieu/KT-10?ngay=${day}`,
    `/nhap-so-lieu?don-vi=${codes.communeBinh}&ky=${year}`,
    `/duyet-so-lieu?xem=tat-ca`,
    `/duyet-so-lieu?xem=tat-ca&q=zqDraftNote`,
    `/duyet-so-lieu?xem=returned&nam=${year}`,
    `/quan-tri/nhat-ky?don-vi=${codes.communeBinh}`,
    `/quan-tri/nguoi-dung?q=binh`,
    `/quan-tri/nguoi-dung?q=zqmail@mau.vn`,
    '/khen-thuong/danh-muc?nhan=2026-01-15&cap=province',
    '/khen-thuong/danh-muc/thu?award=bang-khen-tinh&doi-tuong=person&nhan=2026-01-15&nam=2025',
    '/khen-thuong/danh-muc/quy-dinh/moi?loai=vote&danh-hieu=bang-khen-tinh',
    '/khen-thuong/danh-muc/quy-dinh/moi?loai=rule&danh-hieu=bang-khen-tinh',
    `/tim-kiem?q=zq`,
    `/tim-kiem?q=9871234,5`,
    `/dang-ky-chi-tieu?nam=${year}`,
    `/dang-ky-chi-tieu?q=zqPledge`,
    `/phong-trao?nam=${year}&buoc=launched`,
    `/phong-trao?buoc=draft`,
    `/tim-kiem?q=zqMovement`,
    `/do-phu?theo=block&viec=ke-hoach&nhom=tat-ca&xem=thieu`,
    `/do-phu?nam=${year}&theo=kind&nhom=commune&xem=thieu&ngay=${day}`,
    `/do-phu?theo=scheme`,
    `/do-phu?viec=pt-1.3-ke-hoach&xem=thieu`,
    `/do-phu/chu-tri.csv?viec=pt-1.3&xem=du`,
    `/do-phu/tai.csv?theo=kind&nhom=commune&xem=thieu`,
    `/don-doc?xem=tat-ca&theo=nguoi`,
    `/don-doc?xem=tat-ca&loai=bao-cao&don-vi=${codes.communeBinh}`,
    `/don-doc/moi?loc=1&xem=tat-ca`,
    `/don-doc/cong-van/moi?loc=1&xem=qua-han`,
    `/don-doc/moi?viec=pt-1.2&don-vi=${codes.communeBinh}`,
    `/don-doc/phan-cong?don-vi=${codes.communeBinh}`,
    `/don-doc/tai?xem=tat-ca&dang=csv`,
    `/ke-hoach?nam=${year}`,
    `/ke-hoach?buoc=draft`,
    `/ke-hoach?ngay=${day}`,
    `/ke-hoach/tai.csv?buoc=draft`,
    `/dang-ky-chi-tieu/tai.csv?ngay=${day}`,
    `/ke-hoach/tien-do?don-vi=${codes.communeBinh}`,
    `/ke-hoach/tien-do/tai.csv?don-vi=${codes.communeBinh}`,
    `/thu-vien?q=zq`,
    `/thu-vien?q=sang+kien&loai=law`,
    `/sang-kien?q=zq`,
    `/sang-kien?buoc=draft`,
    `/sang-kien/nhan-rong?nam=${year}`,
    `/sang-kien/tai.csv?q=zq`,
    `/don-vi?q=mau`,
    `/kiem-tra?nam=${year}&don-vi=${codes.communeBinh}`,
    `/kiem-tra/tai-ve?dang=csv`,
    `/kiem-tra/tai-ve?dang=csv&bang=ton-tai`,
    `/kiem-tra/ton-tai?xem=chua-xong&theo=scheme`,
  ];
}
