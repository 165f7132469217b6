import { Actions, Button } from '../../app/ui/Button.tsx';
import { Field } from '../../app/ui/Field.tsx';
import { Form } from '../../app/ui/Form.tsx';
import { Page } from '../../app/ui/Page.tsx';

/** A form whose unsaved text must outlive a lost session. */
export function DraftPage() {
  return (
    <Page title="Thuyết minh">
      <Form guard="thuyet-minh">
        <Field type="textarea" name="ghi-chu" label="Thuyết minh" />
        <Actions>
          <Button>Lưu</Button>
        </Actions>
      </Form>
    </Page>
  );
}
